package luohu.facts;

/** The applicant's service in the armed forces. */
public record Military(
        @Fact("服役情况") MilitaryStatus status,
        @Fact(value = "入伍地区划代码", kind = ValueKind.DIVISION_CODE) String enlistmentDivisionCode) {}
