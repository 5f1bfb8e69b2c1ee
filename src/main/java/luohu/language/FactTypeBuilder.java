package luohu.language;

import static luohu.language.Readings.all;
import static luohu.language.Readings.any;
import static luohu.language.Readings.dated;
import static luohu.language.Readings.is;
import static luohu.language.Readings.ofApplicant;
import static luohu.language.Readings.raw;
import static luohu.language.Readings.test;
import static luohu.language.Readings.withDefault;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import luohu.facts.AreaType;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.MaritalStatus;
import luohu.facts.Relation;
import luohu.facts.Relative;
import luohu.facts.ValueKind;

/** Puts a type of items together: the contract's facts under their own names, and the terms derived from them. */
final class FactTypeBuilder {

    /** 近亲属, Civil Code art. 1045. */
    private static final Set<Relation> CLOSE = EnumSet.of(
            Relation.SPOUSE,
            Relation.PARENT,
            Relation.CHILD,
            Relation.SIBLING,
            Relation.GRANDPARENT,
            Relation.GRANDCHILD);

    private static final String DIVISION = "区划代码";

    private final String name;
    private final String subject;
    private final String path;
    private final List<Property> properties = new ArrayList<>();
    private boolean personal;

    FactTypeBuilder(String name, String subject, String path) {
        this.name = name;
        this.subject = subject;
        this.path = path;
    }

    /** Such an item is a person, or is one of a kind and the applicant's own. */
    FactTypeBuilder personal() {
        personal = true;
        return this;
    }

    /** Takes the facts of the contract that stand under the path of the type and are no references to other items. */
    FactTypeBuilder facts(FactSchema schema, Class<?> record, String... only) {
        for (FactPath fact : schema.paths()) {
            String property = fact.path().startsWith(path + ".") ? fact.path().substring(path.length() + 1) : "";
            boolean wanted = only.length == 0 || List.of(only).contains(property.split("\\.")[0]);
            boolean leaf =
                    fact.kind() != ValueKind.OBJECT && fact.kind() != ValueKind.LIST && fact.kind() != ValueKind.ID;
            if (!property.isEmpty() && !property.contains("[]") && leaf && wanted) {
                Reading reading = raw(property, Accessors.path(record, property));
                add(property, fact.label(), fact.no(), fact.kind(), fact, sources(property), reading);
            }
        }
        return this;
    }

    /** A fact that, of a given item, defaults to the applicant. */
    FactTypeBuilder defaultsTo(String property, Object value) {
        Property given = property(property);
        properties.set(
                properties.indexOf(given),
                new Property(
                        given.name(),
                        given.label(),
                        given.no(),
                        given.kind(),
                        given.values(),
                        given.sources(),
                        withDefault(given.reading(), value)));
        return this;
    }

    /** The id by which homes, jobs and homesteads point at a person. */
    FactTypeBuilder id() {
        Reading reading = new Reading() {
            @Override
            public Object value(Item item) {
                return item.id();
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                item.missing("id", paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                // the same on any day
            }
        };
        add("id", "标识", "", ValueKind.PERSON_ID, null, List.of("relatives[].id"), reading);
        return this;
    }

    /** Whether a place lies in the city, in its town, in its countryside; the empty prefix is the item's own place. */
    FactTypeBuilder places(String... prefixes) {
        for (String each : prefixes) {
            String prefix = each.isEmpty() ? "" : each + ".";
            inCity(prefix + "inCity", prefix + "divisionCode");
            Property inCity = property(prefix + "inCity");
            Property area = property(prefix + "areaType");
            String place = inCity.label().replace("在本市", "");
            List<String> sources = sources(prefix + "divisionCode", prefix + "areaType");
            Reading inTown = all(inCity.reading(), is(area.reading(), AreaType.URBAN));
            Reading inCountryside = all(inCity.reading(), is(area.reading(), AreaType.RURAL));
            flag(prefix + "inTown", place + "在本市城镇", place + "不在本市城镇", sources, inTown);
            flag(prefix + "inCountryside", place + "在本市农村", place + "不在本市农村", sources, inCountryside);
        }
        return this;
    }

    /** Whether a division lies in the city. */
    FactTypeBuilder inCity(String property, String division) {
        Property code = property(division);
        String place = code.label().replace(DIVISION, "");
        flag(property, place + "在本市", place + "不在本市", code.sources(), Readings.inCity(code.reading()));
        return this;
    }

    /** Whether a fact is one of a set of values. */
    FactTypeBuilder oneOf(String property, String of, Set<?> values, String yes, String no) {
        Property fact = property(of);
        flag(property, yes, no, fact.sources(), test(fact.reading(), values::contains));
        return this;
    }

    /** 成年: from the day of birth plus 18 years on. */
    FactTypeBuilder adult() {
        Property birth = property("birthDate");
        flag("adult", "已成年", "未成年", birth.sources(), dated(birth.reading(), DatedTerms.ADULT));
        return this;
    }

    /** Whole months from the start of a job to the effective date; month ends clamp, Civil Code art. 202. */
    FactTypeBuilder monthsWorked() {
        Property start = property("startDate");
        Reading reading = dated(start.reading(), DatedTerms.MONTHS_WORKED);
        add("monthsWorked", "已工作月数", "", ValueKind.INTEGER, null, start.sources(), reading);
        return this;
    }

    /** 近亲属, and the applicant where the type has persons. */
    FactTypeBuilder closeness(String property, String yes, String no) {
        Reading relation = relation();
        Reading close = test(relation, CLOSE::contains);
        Reading self = new Reading() {
            @Override
            public Object value(Item item) {
                return Facts.SELF.equals(item.id());
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                // never unknown
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                // the same on any day
            }
        };
        flag(property, yes, no, List.of("relatives[].relation"), any(self, close));
        return this;
    }

    /** 三投靠: spouse joins spouse, the never-married applicant a parent, the applicant an adult child. */
    FactTypeBuilder familyJoin(FactType applicant) {
        Reading relation = relation();
        Reading neverMarried =
                is(ofApplicant(applicant.property("maritalStatus").reading()), MaritalStatus.NEVER_MARRIED);
        Reading reading = any(
                is(relation, Relation.SPOUSE),
                all(is(relation, Relation.PARENT), neverMarried),
                all(is(relation, Relation.CHILD), property("adult").reading()));
        flag(
                "familyJoin",
                "与申请人属于“三投靠”关系（夫妻投靠、未婚子女投靠父母、父母投靠成年子女）",
                "与申请人不属于“三投靠”关系",
                List.of("relatives[].relation", "applicant.maritalStatus", "relatives[].birthDate"),
                reading);
        return this;
    }

    /** A property that is none of the above. */
    FactTypeBuilder add(
            String property,
            String label,
            String no,
            ValueKind kind,
            FactPath fact,
            List<String> sources,
            Reading reading) {
        properties.add(
                new Property(property, label, no, kind, fact == null ? List.of() : fact.values(), sources, reading));
        return this;
    }

    FactType build(int index) {
        return new FactType(index, name, subject, path, personal, properties);
    }

    private static Reading relation() {
        return new Reading() {
            @Override
            public Object value(Item item) {
                return item.data() instanceof Relative relative ? relative.relation() : null;
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                item.missing("relation", paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                // the same on any day
            }
        };
    }

    private void flag(String property, String yes, String no, List<String> sources, Reading reading) {
        add(property, yes, no, ValueKind.BOOLEAN, null, sources, reading);
    }

    private Property property(String property) {
        return properties.stream()
                .filter(p -> p.name().equals(property))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sources(String... names) {
        List<String> sources = new ArrayList<>();
        for (String each : names) {
            if (name.equals("Person")) {
                sources.add("applicant." + each);
            }
            sources.add(path + "." + each);
        }
        return sources;
    }
}
