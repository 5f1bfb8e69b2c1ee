package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luohu.testing.Yaml;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A bad request")
class BadRequestTest {

    private static final String EVALUATIONS = "/v1/evaluations";

    static Stream<Arguments> rows() throws IOException {
        return Yaml.rows("/bad-requests.yaml").stream().map(row -> Arguments.of(row.get("name"), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("gets a problem that names everything wrong with it")
    void gets_a_problem(String name, Map<String, Object> row) {
        String path = (String) row.getOrDefault("path", EVALUATIONS);
        Response response = post(path, ((String) row.get("body")).getBytes(StandardCharsets.UTF_8));
        List<Map<String, String>> errors = response.jsonPath().getList("errors");
        List<String> found = errors == null
                ? null
                : errors.stream()
                        .map(each -> each.get("pointer") + " " + each.get("code"))
                        .toList();
        assertAll(
                () -> assertEquals(row.get("status"), response.statusCode()),
                () -> assertEquals("application/problem+json", response.contentType()),
                () -> assertEquals("urn:luohu:problem:" + row.get("type"), response.path("type")),
                () -> assertEquals(row.get("status"), response.path("status")),
                () -> assertTrue(hasChinese(response.path("detail")), "detail in Chinese"),
                () -> assertEquals(row.get("errors"), found));
    }

    @Test
    @DisplayName("with a mistyped field learns the nearest known one")
    void names_the_nearest_field() {
        String message =
                post("{\"city\":\"371000\",\"homes\":[{\"tenur\":\"OWNED\"}]}").path("errors[0].message");
        assertTrue(message.contains("tenure"), message);
    }

    @Test
    @DisplayName("with an unknown value learns the allowed ones")
    void lists_allowed_values() {
        String message = post("{\"city\":\"371000\",\"homes\":[{\"tenure\":\"RENTED\"}]}")
                .path("errors[0].message");
        assertTrue(
                message.contains("OWNED") && message.contains("LEASED") && message.contains("PUBLIC_RENTAL"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVALUATIONS, "/v1/comparisons", "/v1/timelines", "/v1/packages/zibo-2021-12-29/changes"})
    @DisplayName("is read alike everywhere: every fault of the facts is found, and nothing that was sent is repeated")
    void is_read_alike_everywhere(String path) {
        String body = "{\"homes\":[{\"tenure\":\"X\",\"holderIds\":[\"张三\"]}],\"jobs\":null,"
                + "\"applicant\":{\"birthDate\":\"张三生于1990年\",\"idNumber\":\"110101199003070000\"}}";
        Response response = post(path, body.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, response.statusCode());
        List<String> pointers = response.jsonPath().getList("errors.pointer");
        assertTrue(
                pointers.containsAll(List.of(
                        "/applicant/idNumber", "/applicant/birthDate", "/homes/0/tenure", "/homes/0/holderIds/0")),
                pointers::toString);
        assertFalse(response.asString().contains("张三") || response.asString().contains("110101199003070000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/comparisons", "/v1/timelines", "/v1/packages/zibo-2021-12-29/changes?from=zibo-2021-draft"})
    @DisplayName("over 256 KiB is refused everywhere")
    void is_bounded_everywhere(String path) {
        assertEquals(
                413,
                post(path, " ".repeat(256 * 1024 + 1).getBytes(StandardCharsets.UTF_8))
                        .statusCode());
    }

    @Test
    @DisplayName("never has the values of unknown fields repeated to it")
    void repeats_no_values() {
        String body =
                post("{\"city\":\"371000\",\"applicant\":{\"birthDate\":\"张三生于1990年\",\"idNumber\":\"110101199003070000\"}}")
                        .asString();
        assertFalse(body.contains("110101199003070000") || body.contains("张三"), body);
    }

    @Test
    @DisplayName("with a list of 101 items is refused, with one of 100 it is not")
    void bounds_lists() {
        assertEquals("too-many-items", post(homes(101)).path("errors[0].code"));
        assertEquals(200, post(homes(100)).statusCode());
    }

    @Test
    @DisplayName("that is not UTF-8 is malformed")
    void insists_on_utf8() {
        byte[] gbk = "{\"city\":\"威海\"}".getBytes(java.nio.charset.Charset.forName("GBK"));
        byte[] utf16 = "{\"city\":\"371000\"}".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] body : List.of(gbk, utf16)) {
            assertEquals("urn:luohu:problem:malformed-json", post(body).path("type"));
        }
    }

    @Test
    @DisplayName("nested a hundred thousand deep is malformed")
    void survives_depth() {
        assertEquals(
                "urn:luohu:problem:malformed-json", post("[".repeat(100_000)).path("type"));
        assertEquals(
                "urn:luohu:problem:malformed-json",
                post("{\"a\":".repeat(20_000)).path("type"));
    }

    private static String homes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{}")
                .collect(Collectors.joining(",", "{\"city\":\"zibo\",\"homes\":[", "]}"));
    }

    private static Response post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] body) {
        return post(EVALUATIONS, body);
    }

    private static Response post(String path, byte[] body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
