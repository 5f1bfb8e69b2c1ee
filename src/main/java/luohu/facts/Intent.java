package luohu.facts;

/** What the applicant means to do. */
public record Intent(
        @Fact("拟迁往地城乡类型") AreaType targetAreaType, @Fact(value = "有意在本市就业创业", no = "无意在本市就业创业") Boolean worksHere) {}
