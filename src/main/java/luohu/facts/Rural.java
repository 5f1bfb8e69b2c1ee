package luohu.facts;

import java.util.List;

/** The applicant's ties to the countryside. */
public record Rural(
        @Fact("宅基地") List<Homestead> homesteads,
        @Fact(value = "拥有土地承包经营权", no = "没有土地承包经营权") Boolean contractedLand,
        @Fact(value = "有其他基本生活基础", no = "没有其他基本生活基础") Boolean otherLivingBasis,
        @Fact("进城落户") TownMove townMove) {}
