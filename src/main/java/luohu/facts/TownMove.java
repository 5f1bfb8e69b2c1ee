package luohu.facts;

import java.time.LocalDate;

/** A move of the applicant's registration from the countryside to a town. */
public record TownMove(
        @Fact(value = "曾由农村进城落户", no = "未曾由农村进城落户") Boolean moved,
        @Fact("日期") LocalDate date,
        @Fact(value = "在本市范围内进城落户", no = "跨市进城落户") Boolean withinCity) {}
