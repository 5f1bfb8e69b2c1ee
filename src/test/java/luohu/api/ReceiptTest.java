package luohu.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import luohu.receipts.ReceiptCheck;
import luohu.receipts.Replay;
import luohu.receipts.Step;
import luohu.release.KeyFile;
import luohu.testing.Bundled;
import luohu.testing.Keys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ReceiptTest.WithKey.class)
@DisplayName("A service with a key for receipts")
class ReceiptTest {

    private static final String RECEIPT = "Luohu-Receipt";
    private static final Path FOLDER = Path.of("target", "receipts").toAbsolutePath();

    /** A key of its own. */
    public static final class WithKey implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            KeyPair pair = Keys.pair();
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve("public.pem"), Keys.pem(pair.getPublic()));
                Path key = Files.writeString(FOLDER.resolve("private.pem"), Keys.pem(pair.getPrivate()));
                return Map.of("luohu.receipts.key", key.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weihai", "liaocheng", "zaozhuang", "zibo", "zibo-draft", "tieling"})
    @DisplayName("answers with the bytes it answers with without a key, and with a receipt that holds")
    void gives_receipts(String example) throws IOException {
        String request = Recorded.text("/openapi/examples/" + example + ".json");
        Response response = post("/v1/evaluations", request);
        Recorded.assertRecorded(example, response.asByteArray());
        assertEquals("application/json;charset=UTF-8", response.contentType());
        assertHolds(request, response);
    }

    @Test
    @DisplayName("gives a receipt for a request that names no day")
    void today() {
        String request = "{\"city\": \"铁岭\"}";
        assertHolds(request, post("/v1/evaluations", request));
    }

    @Test
    @DisplayName("gives none for a request it refuses")
    void refused() {
        for (String request : List.of("{}", "{", "{\"city\":\"北京\"}")) {
            assertNull(post("/v1/evaluations", request).header(RECEIPT));
        }
    }

    @Test
    @DisplayName("gives none for comparisons")
    void other_operations() {
        Response response = post("/v1/comparisons", "{}");
        assertEquals(200, response.statusCode());
        assertNull(response.header(RECEIPT));
    }

    @Test
    @DisplayName("has the header in the OpenAPI document")
    void described() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/evaluations'.post.responses.'200'.headers.'Luohu-Receipt'.schema.type",
                        equalTo("string"));
    }

    private static void assertHolds(String request, Response response) {
        assertEquals(200, response.statusCode());
        List<Step> steps = new ReceiptCheck(
                        KeyFile.publicKeys(FOLDER.resolve("public.pem")),
                        new Replay(Bundled.FILES, Bundled.SCHEMA, Clock.systemUTC()))
                .check(request.getBytes(StandardCharsets.UTF_8), response.asByteArray(), response.header(RECEIPT));
        assertEquals(5, steps.size());
        assertTrue(steps.stream().allMatch(step -> step.result() == Step.Result.HOLDS), steps::toString);
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
