package luohu.language;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import luohu.facts.Applicant;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.Home;
import luohu.facts.Homestead;
import luohu.facts.InstitutionType;
import luohu.facts.Insurance;
import luohu.facts.Intent;
import luohu.facts.Job;
import luohu.facts.Military;
import luohu.facts.Person;
import luohu.facts.Relative;
import luohu.facts.Rural;
import luohu.facts.Study;
import luohu.facts.TownMove;
import luohu.facts.ValueKind;

/**
 * The words of the rule language: what rule files can speak about and ask. Raw properties are the contract's facts under
 * the contract's names; the derived ones are the terms the documents share, three-valued like everything else.
 */
public final class Vocabulary {

    /** 成年: from this birthday on, Civil Code art. 17. */
    public static final int ADULT_YEARS = 18;

    /** 高校: the schools whose graduates are 高校毕业生. */
    private static final Set<InstitutionType> HIGHER_EDUCATION = Set.of(
            InstitutionType.REGULAR_HE,
            InstitutionType.ADULT_HE,
            InstitutionType.SELF_STUDY_EXAM,
            InstitutionType.DISTANCE_ONLINE,
            InstitutionType.OPEN_EDUCATION,
            InstitutionType.OVERSEAS_HE);

    /** GB/T 4658: 专科 or above. */
    private static final Set<String> JUNIOR_COLLEGE_OR_ABOVE = Set.of("11", "14", "17", "21", "28", "31");

    /** GB/T 4658: 中专 or above. */
    private static final Set<String> SECONDARY_OR_ABOVE = Set.of("11", "14", "17", "21", "28", "31", "41", "44", "47");

    private final Map<String, FactType> types = new LinkedHashMap<>();

    /** The vocabulary over the facts of the contract. */
    public Vocabulary(FactSchema schema) {
        add(new FactTypeBuilder("Applicant", "申请人", "applicant")
                .personal()
                .facts(schema, Applicant.class)
                .places("hukou", "residence", "origin")
                .adult());
        add(new FactTypeBuilder("Person", "有关人员", "relatives[]")
                .personal()
                .facts(schema, Person.class, "birthDate", "hukou", "residence")
                .id()
                .places("hukou", "residence")
                .adult()
                .closeness("selfOrCloseRelative", "是申请人本人或者其近亲属", "不是申请人本人或者其近亲属"));
        add(new FactTypeBuilder("Relative", "亲属", "relatives[]")
                .personal()
                .facts(schema, Relative.class)
                .id()
                .places("hukou", "residence")
                .adult()
                .closeness("closeRelative", "是申请人的近亲属", "不是申请人的近亲属")
                .familyJoin(applicant()));
        add(new FactTypeBuilder("Home", "住房", "homes[]")
                .facts(schema, Home.class)
                .defaultsTo("holderIds", List.of(Facts.SELF))
                .places(""));
        add(new FactTypeBuilder("Job", "工作", "jobs[]")
                .facts(schema, Job.class)
                .defaultsTo("workerId", Facts.SELF)
                .places("")
                .monthsWorked());
        add(new FactTypeBuilder("Insurance", "社会保险", "insurances[]")
                .facts(schema, Insurance.class)
                .inCity("inCity", "divisionCode"));
        add(new FactTypeBuilder("Study", "学习经历", "studies[]")
                .facts(schema, Study.class)
                .inCity("schoolInCity", "schoolDivisionCode")
                .oneOf("higherEducation", "institutionType", HIGHER_EDUCATION, "学校属于高等院校", "学校不属于高等院校")
                .oneOf("secondaryOrAbove", "level", SECONDARY_OR_ABOVE, "学历为中专及以上", "学历不到中专")
                .oneOf("juniorCollegeOrAbove", "level", JUNIOR_COLLEGE_OR_ABOVE, "学历为专科及以上", "学历不到专科"));
        add(new FactTypeBuilder("Talent", "人才类别", "talentKinds[]")
                .add(
                        "kind",
                        "",
                        "",
                        ValueKind.ENUM,
                        schema.at("talentKinds"),
                        List.of("talentKinds"),
                        Readings.raw("", kind -> kind)));
        add(new FactTypeBuilder("Military", "兵役", "military")
                .personal()
                .facts(schema, Military.class)
                .inCity("enlistedInCity", "enlistmentDivisionCode"));
        add(new FactTypeBuilder("Homestead", "宅基地", "rural.homesteads[]")
                .facts(schema, Homestead.class)
                .defaultsTo("holderIds", List.of(Facts.SELF))
                .places(""));
        add(new FactTypeBuilder("Rural", "农村权益", "rural")
                .personal()
                .facts(schema, Rural.class, "contractedLand", "otherLivingBasis"));
        add(new FactTypeBuilder("TownMove", "进城落户", "rural.townMove").personal().facts(schema, TownMove.class));
        add(new FactTypeBuilder("Intent", "意愿", "intent").personal().facts(schema, Intent.class));
        add(new FactTypeBuilder("Pathway", "途径", "")
                .add("code", "代码", "", ValueKind.ID, null, List.of(), Readings.raw("", outcome -> ((PathwayOutcome)
                                outcome)
                        .code()))
                .add("holds", "成立", "不成立", ValueKind.BOOLEAN, null, List.of(), new OutcomeReading()));
    }

    /** Every type of items, in the order of the contract. */
    public Collection<FactType> types() {
        return types.values();
    }

    /** The type of that name; null when there is none. */
    public FactType type(String name) {
        return types.get(name);
    }

    /** The person whose household registration is to move. */
    public FactType applicant() {
        return type("Applicant");
    }

    /** What became of other pathways of the same package. */
    public FactType pathway() {
        return type("Pathway");
    }

    private void add(FactTypeBuilder builder) {
        FactType type = builder.build(types.size());
        types.put(type.name(), type);
    }

    /** Whether another pathway holds; while it is open, what it misses is missing here. */
    private static final class OutcomeReading implements Reading {

        @Override
        public Object value(Item item) {
            return ((PathwayOutcome) item.data()).holds();
        }

        @Override
        public void missing(Item item, Consumer<String> paths) {
            ((PathwayOutcome) item.data()).missing().forEach(paths);
        }

        @Override
        public void turns(Item item, Horizon horizon) {
            // turns when the rules of that pathway do, which say so themselves
        }
    }
}
