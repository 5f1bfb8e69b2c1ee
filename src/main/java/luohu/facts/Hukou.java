package luohu.facts;

/** Where and how a person is registered. */
public record Hukou(
        @Fact(value = "所在地区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode,
        @Fact("所在地城乡类型") AreaType areaType,
        @Fact("户别") HouseholdType householdType) {}
