package luohu.facts;

/** A place: its division and whether it is town or countryside. Neither is guessed from the other. */
public record Place(
        @Fact(value = "区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode, @Fact("城乡类型") AreaType areaType) {}
