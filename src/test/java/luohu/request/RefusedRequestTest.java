package luohu.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import luohu.binding.Faults;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a caller is told of a request with very many faults")
class RefusedRequestTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** What 256 KiB have room for. */
    private static final int TENS_OF_THOUSANDS = 40_000;

    private final RequestReader reader = new RequestReader(CLOCK);

    @Test
    @DisplayName("is every unknown field while there are 100, and the first 100 of 101")
    void unknown_fields() {
        assertAll(100, refused("{\"city\":\"x\"" + numbered(100, ",\"f%d\":1") + "}"));
        assertFirst(100, refused("{\"city\":\"x\"" + numbered(101, ",\"f%d\":1") + "}"));
        assertFirst(100, refused("{\"city\":\"x\"" + numbered(20_000, ",\"f%d\":1") + "}"));
    }

    @Test
    @DisplayName("is every name that is said again while that happens 100 times, and the first 100 of more")
    void repeated_names() {
        InvalidRequestException exactly = refused("{\"city\":\"x\"" + ",\"intent\":{}".repeat(101) + "}");
        assertAll(100, exactly);
        assertEquals("/intent", exactly.faults().get(99).pointer());
        assertFirst(100, refused("{\"city\":\"x\"" + ",\"intent\":{}".repeat(102) + "}"));
        assertFirst(100, refused("{\"a\":1" + ",\"a\":1".repeat(TENS_OF_THOUSANDS) + "}"));
    }

    @Test
    @DisplayName("is every id that names nobody while there are 100, and the first 100 of 101 or 30,000")
    void dangling_ids() {
        assertAll(100, refused("{\"city\":\"x\",\"homes\":[{\"holderIds\":" + list(100, "\"a\"") + "}]}"));
        String home = "{\"holderIds\":" + list(100, "\"a\"") + ",\"occupantIds\":" + list(100, "\"a\"") + "}";
        assertFirst(100, refused("{\"city\":\"x\",\"homes\":[" + home + "]}"));
        assertFirst(100, refused("{\"city\":\"x\",\"homes\":" + list(100, home) + "}"));
    }

    @Test
    @DisplayName("comes to an end with the last message for which there is room")
    void long_messages() {
        InvalidRequestException refused =
                refused("{\"city\":\"x\",\"documentsHeld\":" + list(100, "\"PASSPORT\"") + "}");
        assertTrue(refused.hasMore());
        int length = length(refused.faults());
        int one = refused.faults().get(0).message().length();
        assertTrue(length <= Faults.LONGEST && length > Faults.LONGEST - one - 30, length + " characters");
    }

    @Test
    @DisplayName("points at the object where the name of a field is too long to be repeated, and says so")
    void long_names() {
        String longest = "n".repeat(Fault.LONGEST_POINTER - 1);
        assertEquals(
                List.of(new Fault(
                        "/" + longest,
                        "unknown-field",
                        refused("{\"n\":1}").faults().get(0).message())),
                refused("{\"city\":\"x\",\"" + longest + "\":1}").faults());
        Fault tooLong =
                refused("{\"city\":\"x\",\"n" + longest + "\":1}").faults().get(0);
        assertEquals("", tooLong.pointer());
        assertTrue(tooLong.message().startsWith("此处有一个字段，名称太长"), tooLong.message());
    }

    @Test
    @DisplayName("points at the last place it can name where names are said again below a long name or a long way")
    void long_ways() {
        String inner = "{\"b\":1" + ",\"b\":1".repeat(30_000) + "}";
        InvalidRequestException refused = refused("{\"homes\":[{\"" + "n".repeat(50_000) + "\":" + inner + "}]}");
        assertFirst(100, refused);
        assertEquals("/homes/0", refused.faults().get(0).pointer());
        assertTrue(refused.faults().get(0).message().contains("没有写出"));
        String deep = "{\"a\":".repeat(900) + "{\"b\":1,\"b\":1}" + "}".repeat(900);
        assertEquals(
                "/a".repeat(Fault.LONGEST_POINTER / 2),
                refused(deep).faults().get(0).pointer());
        String shallow = "{\"a\":".repeat(127) + "{\"b\":1,\"b\":1}" + "}".repeat(127);
        assertEquals("/a".repeat(127) + "/b", refused(shallow).faults().get(0).pointer());
    }

    @Test
    @DisplayName("is not that there are many faults where the text is no JSON object in the end")
    void malformed_after_many() {
        String object = "{\"a\":1" + ",\"a\":1".repeat(200);
        assertFalse(refused(object + "}").isMalformed());
        assertTrue(refused(object).isMalformed(), "cut off");
        assertTrue(refused(object + "} {}").isMalformed(), "two objects");
        assertTrue(refused("[" + object + "}]").isMalformed(), "a list");
    }

    @Test
    @DisplayName("is nothing about the items of a list beyond the 100th, whether the rest can be read or not")
    void long_lists() {
        String relatives = items(100, "{}") + ",{\"id\":\"a\"},{\"id\":\"a\",\"birthDate\":\"9999-01-01\"}";
        String homes = items(100, "{\"holderIds\":[\"a\"]}") + ",{\"holderIds\":[\"nobody\"]}";
        String both = "\"relatives\":[" + relatives + "],\"homes\":[" + homes + "]";
        assertEquals(
                List.of("/relatives too-many-items", "/homes too-many-items"),
                codes(refused("{\"city\":\"x\"," + both + "}")));
        assertEquals(
                List.of("/x unknown-field", "/relatives too-many-items", "/homes too-many-items"),
                codes(refused("{\"city\":\"x\",\"x\":1," + both + "}")));
    }

    @Test
    @DisplayName("is that the id of a relative is too long, from the 257th character on")
    void long_ids() throws InvalidRequestException {
        String longest = "𠮷".repeat(ApplicantRequest.LONGEST_RELATIVE_ID);
        reader.read(bytes("{\"city\":\"x\",\"relatives\":[{\"id\":\"" + longest + "\"}]}"));
        assertEquals(
                List.of("/relatives/0/id too-long"),
                codes(refused("{\"city\":\"x\",\"relatives\":[{\"id\":\"" + longest + "a\"}]}")));
    }

    private InvalidRequestException refused(String json) {
        byte[] text = bytes(json);
        assertTrue(text.length <= 256 * 1024, "no longer than a body may be");
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> reader.read(text));
        assertTrue(refused.faults().size() <= Faults.MOST);
        assertTrue(length(refused.faults()) <= Faults.LONGEST);
        return refused;
    }

    private static void assertAll(int count, InvalidRequestException refused) {
        assertEquals(count, refused.faults().size());
        assertFalse(refused.hasMore());
    }

    private static void assertFirst(int count, InvalidRequestException refused) {
        assertEquals(count, refused.faults().size());
        assertTrue(refused.hasMore());
    }

    private static List<String> codes(InvalidRequestException refused) {
        return refused.faults().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }

    private static int length(List<Fault> faults) {
        return faults.stream()
                .mapToInt(each -> each.pointer().length() + each.message().length())
                .sum();
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String list(int count, String item) {
        return "[" + items(count, item) + "]";
    }

    private static String items(int count, String item) {
        return item + ("," + item).repeat(count - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
