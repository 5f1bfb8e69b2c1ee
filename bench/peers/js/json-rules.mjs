// json-rules-engine: each pathway is a rule that stands there twice, read as certain and as possible. Its conditions cannot look
// through lists or join them, so that dynamic facts, computed at most once for an applicant, join, and operators look through.
import { Engine } from 'json-rules-engine';
import { all, any, has, is } from './kleene.mjs';
import { PATHWAYS, nameOf } from './policy.mjs';

const CITY = '3710';
const ADULT_YEARS = 18;
const SELF = { id: 'SELF', close: true };
const CLOSE = new Set(['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD']);
const HIGHER_EDUCATION = [
  'REGULAR_HE', 'ADULT_HE', 'SELF_STUDY_EXAM', 'DISTANCE_ONLINE', 'OPEN_EDUCATION', 'OVERSEAS_HE',
];
const SCHOOLS = ['REGULAR_HE', 'SECONDARY_SPECIALIZED', 'VOCATIONAL_HIGH', 'TECHNICAL_SCHOOL'];
const READINGS = { certain: 'possible', possible: 'certain' }; // and what each is under "not"

const inCity = (place) => (place?.divisionCode == null ? null : place.divisionCode.startsWith(CITY));
const inTown = (place) => all(inCity(place), is(place?.areaType, 'URBAN'));
const inCountryside = (place) => all(inCity(place), is(place?.areaType, 'RURAL'));

/** On the 18th birthday; of a birth on a leap day, on the last day of that February. */
function adult(birthDate, date) {
  if (birthDate == null) {
    return null;
  }
  const year = Number(birthDate.slice(0, 4)) + ADULT_YEARS;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = birthDate.endsWith('-02-29') && !leap ? '-02-28' : birthDate.slice(4);
  return `${year}${day}` <= date;
}

const dynamicFacts = {
  async family(params, almanac) {
    const relatives = await almanac.factValue('relatives');
    return [SELF, ...relatives.map((each) => ({ id: each.id, close: each.relation == null ? null : CLOSE.has(each.relation) }))];
  },
  async homesOfFamily(params, almanac) {
    const [homes, family] = await Promise.all([almanac.factValue('homes'), almanac.factValue('family')]);
    return homes.flatMap((home) => {
      const town = inTown(home);
      return family.map(({ id, close }) => ({
        tenure: home.tenure,
        titleStatus: home.titleStatus,
        inTown: town,
        family: close,
        held: has(home.holderIds, id),
        livedIn: has(home.occupantIds, id),
      }));
    });
  },
  async jobsOfFamily(params, almanac) {
    const [jobs, family] = await Promise.all([almanac.factValue('jobs'), almanac.factValue('family')]);
    return jobs.flatMap((job) => {
      const town = inTown(job);
      return family.map(({ id, close }) => ({
        kind: job.kind,
        inTown: town,
        family: close,
        done: id == null ? null : is(job.workerId, id),
      }));
    });
  },
  async closeRelatives(params, almanac) {
    return (await almanac.factValue('relatives')).map((each) => ({
      close: each.relation == null ? null : CLOSE.has(each.relation),
      inTown: inTown(each.hukou),
    }));
  },
  async joinedRelatives(params, almanac) {
    const [relatives, homesteads, applicant, date] = await Promise.all(
      ['relatives', 'homesteads', 'applicant', 'date'].map((fact) => almanac.factValue(fact)),
    );
    return relatives.flatMap(({ id, relation, birthDate, hukou }) => {
      const joins = any(
        is(relation, 'SPOUSE'),
        all(is(relation, 'PARENT'), is(applicant.maritalStatus, 'NEVER_MARRIED')),
        all(is(relation, 'CHILD'), adult(birthDate, date)),
      );
      const countryside = all(inCity(hukou), is(hukou?.areaType, 'RURAL'));
      return homesteads.map((each) => ({
        joins,
        countryside,
        inCity: inCity(each),
        useRight: each.useRight,
        held: has(each.holderIds, id),
      }));
    });
  },
  async homesteads(params, almanac) {
    return (await almanac.factValue('rural')).homesteads;
  },
  async ownHomesteads(params, almanac) {
    return (await almanac.factValue('homesteads')).map((each) => ({
      inCity: inCity(each),
      useRight: each.useRight,
      certificate: each.certificate,
      held: has(each.holderIds, 'SELF'),
    }));
  },
  async ownJobs(params, almanac) {
    return (await almanac.factValue('jobs')).map((each) => ({
      inCountryside: inCountryside(each),
      own: is(each.workerId, 'SELF'),
    }));
  },
  async places(params, almanac) {
    const { origin, residence } = await almanac.factValue('applicant');
    return { originInCountryside: inCountryside(origin), residenceInCountryside: inCountryside(residence) };
  },
};

const accepts = {
  certain: (value, wanted) => wanted.includes(value),
  possible: (value, wanted) => value == null || wanted.includes(value),
};

/** The conditions of each pathway for a reading: facts of the applicant, and lists in which some item has to be so. */
function conditions(reading) {
  const fact = (id, path, ...wanted) => ({ fact: id, path, operator: reading, value: wanted });
  const some = (id, wanted, read = reading) => ({ fact: id, operator: `${read} some`, value: Object.entries(wanted) });
  const hasJob = (...kinds) => some('jobsOfFamily', { kind: kinds, inTown: [true], family: [true], done: [true] });
  return {
    'own-home': [
      some('homesOfFamily', { tenure: ['OWNED'], titleStatus: ['REGISTERED'], inTown: [true], family: [true], held: [true] }),
    ],
    'rented-home': [
      some('homesOfFamily', {
        tenure: ['LEASED', 'PUBLIC_RENTAL'],
        inTown: [true],
        family: [true],
        held: [true],
        livedIn: [true],
      }),
    ],
    employment: [hasJob('EMPLOYED', 'MIGRANT_WORK')],
    business: [hasJob('BUSINESS', 'STARTUP')],
    'join-relative': [some('closeRelatives', { close: [true], inTown: [true] })],
    'return-to-origin': [
      fact('rural', 'townMove.moved', true),
      fact('places', 'originInCountryside', true),
      fact('applicant', 'livesAtOrigin', true),
      {
        any: [
          some('ownHomesteads', { inCity: [true], useRight: [true], held: [true] }),
          fact('rural', 'otherLivingBasis', true),
        ],
      },
    ],
    'rural-join-relative': [
      fact('places', 'residenceInCountryside', true),
      some('joinedRelatives', { joins: [true], countryside: [true], inCity: [true], useRight: [true], held: [true] }),
    ],
    'rural-work': [
      {
        any: [
          some('studies', { status: ['GRADUATED'], institutionType: HIGHER_EDUCATION }),
          fact('military', 'status', 'DISCHARGED'),
        ],
      },
      fact('applicant', 'hukou.areaType', 'URBAN'),
      some('ownJobs', { inCountryside: [true], own: [true] }),
      { not: some('ownHomesteads', { certificate: [true], held: [true] }, READINGS[reading]) },
    ],
    'school-collective-graduate': [
      fact('applicant', 'hukou.householdType', 'SCHOOL_COLLECTIVE'),
      some('studies', { status: ['GRADUATED'], fullTime: [true], institutionType: SCHOOLS }),
    ],
  };
}

const paths = new Map();

/** Reads a path in place of the JSONPath of the engine, which costs more. */
function read(value, path) {
  let names = paths.get(path);
  if (!names) {
    paths.set(path, (names = path.split('.')));
  }
  return names.reduce((owner, each) => owner?.[each], value);
}

const engine = new Engine([], { pathResolver: read });
for (const [id, compute] of Object.entries(dynamicFacts)) {
  engine.addFact(id, compute);
}
for (const reading of Object.keys(READINGS)) {
  engine.addOperator(reading, accepts[reading]);
  engine.addOperator(`${reading} some`, (items, wanted) =>
    items.some((item) => wanted.every(([property, values]) => accepts[reading](item[property], values))),
  );
  for (const [pathway, parts] of Object.entries(conditions(reading))) {
    engine.addRule({ name: `${pathway} ${reading}`, conditions: { all: parts }, event: { type: pathway, params: { reading } } });
  }
}

export const name = nameOf('json-rules-engine');

export const prepared = (facts) => facts;

export async function decide(facts) {
  const { events } = await engine.run(facts);
  const open = { certain: new Set(), possible: new Set() };
  for (const { type, params } of events) {
    open[params.reading].add(type);
  }
  return PATHWAYS.map((pathway) =>
    open.certain.has(pathway) ? 'MATCHED' : open.possible.has(pathway) ? 'UNDETERMINED' : 'NOT_MATCHED',
  );
}
