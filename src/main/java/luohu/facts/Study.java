package luohu.facts;

/** A course of study of the applicant. */
public record Study(
        @Fact("学校类型") InstitutionType institutionType,
        @Fact(value = "学历代码", kind = ValueKind.EDUCATION_LEVEL) String level,
        @Fact("学习状态") StudyStatus status,
        @Fact(value = "为全日制", no = "为非全日制") Boolean fullTime,
        @Fact(value = "学校所在地区划代码", kind = ValueKind.DIVISION_CODE) String schoolDivisionCode,
        @Fact(value = "学历由国家承认", no = "学历未获国家承认") Boolean stateRecognized) {}
