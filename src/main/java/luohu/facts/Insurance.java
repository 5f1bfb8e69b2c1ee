package luohu.facts;

/** A social insurance the applicant pays into. */
public record Insurance(
        @Fact("险种") InsuranceType type, @Fact(value = "参保地区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode) {}
