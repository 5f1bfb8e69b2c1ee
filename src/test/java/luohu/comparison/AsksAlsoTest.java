package luohu.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import luohu.comparison.Comparison.AsksAlso;
import luohu.comparison.Comparison.OwnCondition;
import luohu.comparison.Comparison.OwnMaterial;
import luohu.packages.PathwayKind;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What one city asks for and others do not")
class AsksAlsoTest {

    private static final String WEIHAI = "weihai-2021-10-21";
    private static final String LIAOCHENG = "liaocheng-2022-08-01";
    private static final String ZAOZHUANG = "zaozhuang-2021-12-30";
    private static final String ZIBO = "zibo-2021-12-29";

    @Test
    @DisplayName("is in 枣庄, of those who work in the countryside, six months and no homestead right")
    void six_months() {
        AsksAlso own = asks(ZAOZHUANG, PathwayKind.RURAL_WORK, LIAOCHENG, WEIHAI, ZIBO);
        assertEquals(List.of("工作：已工作月数不少于6", "没有符合下列各项的宅基地（拥有宅基地使用权；权利人包括申请人本人）"), texts(own));
        assertTrue(own.conditions().stream().allMatch(OwnCondition::always));
    }

    @Test
    @DisplayName("is in 淄博, of a home, that it is no shop and the applicant's own; in 威海 nothing but papers")
    void homes() {
        AsksAlso zibo = asks(ZIBO, PathwayKind.OWN_HOME, WEIHAI, LIAOCHENG);
        assertEquals(List.of("住房：房屋类型为住宅或者公寓", "住房：权利人（承租人）包括申请人本人"), texts(zibo));
        AsksAlso weihai = asks(WEIHAI, PathwayKind.OWN_HOME, ZIBO, LIAOCHENG);
        assertEquals(List.of(), texts(weihai));
        assertEquals(
                List.of("居民户口簿", "居民身份证"),
                weihai.materials().stream().map(OwnMaterial::name).toList());
    }

    @Test
    @DisplayName("leaves out what guards only one of several ways into a pathway")
    void other_ways() {
        // 铁岭 lets the family of a purchaser in as well, which is no demand on the purchaser
        AsksAlso tieling = asks("tieling-undated", PathwayKind.OWN_HOME, WEIHAI, LIAOCHENG, ZIBO);
        List<OwnCondition> ofPurchasers = tieling.conditions().stream()
                .filter(each -> each.pathways().contains("home-purchase"))
                .toList();
        assertEquals(
                List.of("住房：产权来源为购买"),
                ofPurchasers.stream().map(OwnCondition::text).toList());
        assertTrue(ofPurchasers.get(0).always());
        assertTrue(tieling.conditions().stream()
                .anyMatch(each -> each.text().equals("亲属：到场一同办理")
                        && each.pathways().equals(List.of("home-purchase-relatives"))
                        && !each.always()));
    }

    @Test
    @DisplayName("leaves out what is only worded more generously")
    void generosity_is_no_demand() {
        // 威海 takes the job of a close relative as well, 聊城 the applicant's alone, but of any kind
        assertEquals(List.of("工作：就业形式为录聘用或者务工"), texts(asks(WEIHAI, PathwayKind.EMPLOYMENT, LIAOCHENG)));
        assertEquals(List.of("工作：就业人为申请人本人"), texts(asks(LIAOCHENG, PathwayKind.EMPLOYMENT, WEIHAI)));
    }

    @Test
    @DisplayName("is nothing where nobody else has such a pathway")
    void nothing_to_compare_with() {
        AsksAlso own = asks(WEIHAI, PathwayKind.BUSINESS, LIAOCHENG, ZIBO);
        assertEquals(new AsksAlso(List.of(), List.of()), own);
    }

    @Test
    @DisplayName("is nothing between a package and itself, whatever the kind")
    void nothing_of_its_own() {
        Bundled.ids().forEach(id -> Stream.of(PathwayKind.values())
                .forEach(kind -> assertEquals(new AsksAlso(List.of(), List.of()), asks(id, kind, id), id + kind)));
    }

    @Test
    @DisplayName("can be asked of every bundled pathway, since each states a kind that is compared")
    void every_pathway_has_a_kind() {
        Bundled.ids()
                .forEach(id -> assertTrue(Bundled.decider(id).policy().document().pathways().stream()
                        .noneMatch(pathway -> pathway.kind() == PathwayKind.OTHER)));
    }

    private static List<String> texts(AsksAlso own) {
        return own.conditions().stream().map(OwnCondition::text).toList();
    }

    private static AsksAlso asks(String id, PathwayKind kind, String... others) {
        return Demands.of(Bundled.decider(id), kind)
                .beyond(Stream.of(others)
                        .map(other -> Demands.of(Bundled.decider(other), kind))
                        .toList());
    }
}
