package luohu.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import luohu.library.PackageLibrary;
import luohu.service.Refusal.Refused;
import luohu.testing.Bundled;
import luohu.testing.ManyCities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("Who asks for a city or package that nobody knows")
class PackageChoiceTest {

    private static final int MOST = PackageChoice.MOST_LISTED;

    @Test
    @DisplayName("is told all of those that come with the service")
    void lists_the_bundled_ones() {
        PackageChoice choice = new PackageChoice(PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA));
        Refusal city = refusal(() -> choice.city("x"));
        assertEquals(5, city.cities().size());
        assertTrue(city.detail().startsWith("没有这个城市的规则包。已有的城市：铁岭市（211200，tieling）、"), city.detail());
        assertTrue(city.detail().endsWith("（371500，liaocheng）；可以写区划代码、名称或者拼音。"), city.detail());
        Refusal packages = refusal(() -> choice.byId("x"));
        assertEquals(6, packages.packages().size());
        assertTrue(packages.detail().endsWith("、zibo-2021-12-29、zibo-2021-draft。"), packages.detail());
    }

    @Test
    @DisplayName("is told as many as are listed at most")
    void lists_as_many_as_there_may_be() {
        PackageChoice choice = new PackageChoice(ManyCities.library(MOST));
        Refusal city = refusal(() -> choice.city("x"));
        assertEquals(MOST, city.cities().size());
        assertFalse(city.detail().contains("没有列出"), city.detail());
        assertEquals(MOST, refusal(() -> choice.byId("x")).packages().size());
        assertTrue(choice.knownPackages().contains(ManyCities.packageId(MOST - 1)));
    }

    @Test
    @DisplayName("is told the first of more, how many more there are and where all of them are to be found")
    void lists_the_first_of_more() {
        PackageChoice choice = new PackageChoice(ManyCities.library(MOST + 3));
        Refusal city = refusal(() -> choice.city("x"));
        assertEquals(MOST, city.cities().size());
        assertTrue(
                city.detail()
                        .endsWith(
                                "，" + ManyCities.pinyin(MOST - 1) + "），另有 3 个没有列出，全部见 GET /v1/cities；可以写区划代码、名称或者拼音。"),
                city.detail());
        Refusal packages = refusal(() -> choice.byId("x"));
        assertEquals(MOST, packages.packages().size());
        assertTrue(
                packages.detail().endsWith("、" + ManyCities.packageId(MOST - 1) + "，另有 3 个没有列出，全部见 GET /v1/packages。"),
                packages.detail());
    }

    private static Refusal refusal(Executable asking) {
        return assertThrows(Refused.class, asking).refusal();
    }
}
