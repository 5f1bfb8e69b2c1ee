package luohu.facts;

import java.util.List;

/** A rural homestead (宅基地). */
public record Homestead(
        @Fact(value = "权利人", kind = ValueKind.PERSON_IDS) List<String> holderIds,
        @Fact(value = "所在地区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode,
        @Fact("所在地城乡类型") AreaType areaType,
        @Fact(value = "拥有宅基地使用权", no = "没有宅基地使用权") Boolean useRight,
        @Fact(value = "持有宅基地使用权证件", no = "未持有宅基地使用权证件") Boolean certificate) {}
