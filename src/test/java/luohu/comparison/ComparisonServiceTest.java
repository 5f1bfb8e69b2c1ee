package luohu.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luohu.binding.Fault;
import luohu.library.PackageLibrary;
import luohu.request.RequestReader;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;
import luohu.testing.Bundled;
import luohu.testing.ManyCities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A comparison of very many cities or packages")
class ComparisonServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T00:00:00Z"), ZoneOffset.UTC);
    private static final PackageLibrary BUNDLED = PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA);

    @Test
    @DisplayName("is refused for the length of its list; names beyond the 100th are not looked at")
    void looks_at_no_more_names() {
        String known = "\"zibo-2021-draft\"";
        Refusal refusal = refusal(BUNDLED, "{\"packageIds\":[" + known + (",\"x\"").repeat(65_000) + "]}");
        assertEquals(100, refusal.errors().size());
        assertEquals("too-many-items", refusal.errors().get(0).code());
        assertEquals("/packageIds/99", refusal.errors().get(99).pointer());
        assertEquals("请求中有 100 处错误，见 errors；请一并改正后重试。", refusal.detail());
        String twice = "{\"packageIds\":[" + known + ",\"weihai-2021-10-21\"" + ",null".repeat(98);
        assertEquals(99, refusal(BUNDLED, twice + "," + known + "]}").errors().size(), "98 nulls, and too many");
    }

    @Test
    @DisplayName("says of each name what is known while there is room for it, and of the same names always the same")
    void bounds_what_it_says() {
        PackageLibrary many = ManyCities.library(99);
        String names = IntStream.range(0, 100).mapToObj(i -> "\"x" + i + "\"").collect(Collectors.joining(","));
        Refusal refusal = refusal(many, "{\"cities\":[" + names + "]}");
        assertTrue(refusal.detail().contains("其余的没有列出"), refusal.detail());
        List<String> messages =
                refusal.errors().stream().map(Fault::message).distinct().toList();
        assertEquals(1, messages.size());
        assertTrue(messages.get(0).contains("另有 49 个没有列出"), messages.get(0));
    }

    @Test
    @DisplayName("covers every city where none is named, however many there are")
    void covers_every_city() {
        assertEquals(
                101,
                service(ManyCities.library(101)).compare(bytes("{}")).columns().size());
    }

    private static ComparisonService service(PackageLibrary library) {
        return new ComparisonService(() -> library, CLOCK, new RequestReader(CLOCK));
    }

    private static Refusal refusal(PackageLibrary library, String json) {
        return assertThrows(Refused.class, () -> service(library).compare(bytes(json)))
                .refusal();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
