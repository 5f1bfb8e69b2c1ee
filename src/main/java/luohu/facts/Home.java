package luohu.facts;

import java.util.List;

/** A home, shop or other building somebody owns or rents. */
public record Home(
        @Fact("标识") String id,
        @Fact("持有方式") Tenure tenure,
        @Fact(value = "权利人（承租人）", kind = ValueKind.PERSON_IDS) List<String> holderIds,
        @Fact(value = "实际居住人", kind = ValueKind.PERSON_IDS) List<String> occupantIds,
        @Fact(value = "所在地区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode,
        @Fact("所在地城乡类型") AreaType areaType,
        @Fact("房屋类型") PropertyType propertyType,
        @Fact("产权来源") Acquisition acquisition,
        @Fact("权属状况") TitleStatus titleStatus,
        @Fact(value = "租赁已在房管部门登记备案", no = "租赁未在房管部门登记备案") Boolean leaseFiled,
        @Fact(value = "产权人同意落户", no = "产权人不同意落户") Boolean landlordConsents,
        @Fact(value = "该房屋已有他人户口登记", no = "该房屋无户口登记") Boolean otherHukouRegistered) {}
