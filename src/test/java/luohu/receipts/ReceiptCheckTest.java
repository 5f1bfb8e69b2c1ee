package luohu.receipts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.request.RequestReader;
import luohu.service.AnswerJson;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import luohu.testing.Keys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of a receipt")
class ReceiptCheckTest {

    private static final KeyPair OURS = Keys.pair();
    private static final KeyPair OTHER = Keys.pair();
    private static final Clock THEN = Clock.fixed(Instant.parse("2024-05-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = AnswerJson.mapper();

    private static final List<PackageFiles> PACKAGES =
            List.of(InventedPackage.version(1), Bundled.files("weihai-2021-10-21"), Bundled.files("zibo-2021-draft"));

    private static final String ALL_HOLD = "签名 HOLDS, 请求 HOLDS, 答复 HOLDS, 规则包 HOLDS, 重现 HOLDS";

    /** A request, its answer and its receipt. */
    private record Exchange(byte[] request, byte[] answer, String receipt) {

        /** Has a request answered on the day of then. */
        static Exchange of(String request, KeyPair key) throws JsonProcessingException {
            byte[] asked = request.getBytes(StandardCharsets.UTF_8);
            PackageLibrary library = PackageLibrary.of(PACKAGES, Bundled.SCHEMA);
            EvaluationAnswer answer = new EvaluationService(() -> library, THEN).evaluate(asked);
            byte[] answered = JSON.writeValueAsBytes(answer);
            return new Exchange(asked, answered, sign(key, asked, answer, answered));
        }

        JsonNode statement() throws IOException {
            return JSON.readTree(Base64.getUrlDecoder().decode(receipt.substring(0, receipt.indexOf('.'))));
        }
    }

    private final Exchange exchange;

    ReceiptCheckTest() throws JsonProcessingException {
        exchange = Exchange.of("{\"city\": \"威海\", \"homes\": [], \"effectiveDate\": \"2024-03-01\"}", OURS);
    }

    @Test
    @DisplayName("finds that all holds, and states what decided")
    void all_holds() throws IOException {
        assertEquals(ALL_HOLD, check(exchange));
        JsonNode statement = exchange.statement();
        assertEquals("weihai-2021-10-21", statement.path("packageId").asText());
        assertEquals(
                Bundled.files("weihai-2021-10-21").digest(),
                statement.path("packageDigest").asText());
        assertEquals("2024-03-01", statement.path("effectiveDate").asText());
        assertEquals("9.9.9", statement.path("serviceVersion").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"city\":\"威海\"}",
                "{\"city\":\"371002\",\"effectiveDate\":null,\"applicant\":{\"birthDate\":\"2024-05-01\"}}",
                "{\"city\":\"zibo\",\"packageId\":\"zibo-2021-draft\"}",
                " {\"city\":\"云溪\",\n\"packageId\":\"yunxi-2024-01-01\"} \n"
            })
    @DisplayName(
            "replays a request that left day or package open on the day and with the package of the receipt, years later")
    void replays_years_later(String request) throws IOException {
        Exchange open = Exchange.of(request, OURS);
        assertEquals("2024-05-01", open.statement().path("effectiveDate").asText());
        assertEquals(ALL_HOLD, check(open));
    }

    @Test
    @DisplayName("takes any key of several, and says when the key is none of them")
    void takes_any_key() throws JsonProcessingException {
        assertEquals(ALL_HOLD, check(exchange, PACKAGES, OTHER.getPublic(), OURS.getPublic()));
        Exchange older = Exchange.of("{\"city\": \"威海\"}", OTHER);
        assertEquals(ALL_HOLD, check(older, PACKAGES, OTHER.getPublic(), OURS.getPublic()));
        assertEquals("签名 unknown-key, 请求 HOLDS, 答复 HOLDS, 重现 not-replayed", check(older, PACKAGES, OURS.getPublic()));
    }

    @Test
    @DisplayName("tells a request that is another by one byte")
    void other_request() {
        for (int i = 0; i < exchange.request().length; i++) {
            byte[] other = exchange.request().clone();
            other[i] ^= 1;
            assertEquals(
                    "签名 HOLDS, 请求 request-differs, 答复 HOLDS, 重现 not-replayed",
                    check(new Exchange(other, exchange.answer(), exchange.receipt())));
        }
        String longer = new String(exchange.request(), StandardCharsets.UTF_8) + "\n";
        assertEquals(
                "签名 HOLDS, 请求 request-differs, 答复 HOLDS, 重现 not-replayed",
                check(new Exchange(longer.getBytes(StandardCharsets.UTF_8), exchange.answer(), exchange.receipt())));
    }

    @Test
    @DisplayName("tells an answer that is another by one byte, which the signature does not cover either")
    void other_answer() {
        for (int i = 0; i < exchange.answer().length; i += 997) {
            byte[] other = exchange.answer().clone();
            other[i] ^= 1;
            assertEquals(
                    "签名 bad-signature, 请求 HOLDS, 答复 answer-differs, 重现 not-replayed",
                    check(new Exchange(exchange.request(), other, exchange.receipt())));
        }
    }

    @Test
    @DisplayName("tells a receipt in which any member was changed, even where the change fits the files")
    void other_statement() throws IOException {
        for (String member : List.of(
                "alg",
                "kid",
                "typ",
                "salt",
                "requestHash",
                "answerHash",
                "packageId",
                "packageDigest",
                "effectiveDate",
                "serviceVersion")) {
            ObjectNode statement = ((ObjectNode) exchange.statement()).put(member, "2024-03-02");
            assertFalse(check(with(statement)).startsWith("签名 HOLDS"), member);
        }
        byte[] other = "{\"city\":\"威海\"}".getBytes(StandardCharsets.UTF_8);
        String salt = exchange.statement().path("salt").asText();
        ObjectNode fitting = ((ObjectNode) exchange.statement()).put("requestHash", Statement.hash(salt, other));
        assertEquals(
                "签名 bad-signature, 请求 HOLDS, 答复 HOLDS, 重现 not-replayed",
                check(new Exchange(other, exchange.answer(), with(fitting).receipt())));
    }

    @Test
    @DisplayName("takes no receipt that says more or less than receipts do, whatever its signature")
    void other_members() throws IOException {
        ObjectNode more = (ObjectNode) exchange.statement();
        more.putArray("crit").add("b64");
        assertEquals("回执 bad-receipt", check(with(more)));
        for (String member : List.of("kid", "salt", "effectiveDate")) {
            assertEquals("回执 bad-receipt", check(with(((ObjectNode) exchange.statement()).without(member))));
        }
        assertEquals("回执 bad-receipt", check(with(((ObjectNode) exchange.statement()).put("alg", "none"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "回执", "..", "bnVsbA..AAAA", "W10..AAAA", "e30..AAAA", "e30.e30.AAAA", "eyJ..AAAA"})
    @DisplayName("says of anything else that it is no receipt")
    void no_receipt(String text) {
        assertEquals("回执 bad-receipt", check(new Exchange(exchange.request(), exchange.answer(), text)));
    }

    @Test
    @DisplayName("says which package is not at hand, and which of that id is")
    void package_not_at_hand() throws JsonProcessingException {
        Exchange odd = Exchange.of("{\"city\":\"云溪\"}", OURS);
        List<PackageFiles> revised = List.of(InventedPackage.version(3), Bundled.files("weihai-2021-10-21"));
        assertEquals(
                "签名 HOLDS, 请求 HOLDS, 答复 HOLDS, 规则包 package-not-at-hand, 重现 not-replayed",
                check(odd, revised, OURS.getPublic()));
        String said = steps(odd, revised, OURS.getPublic()).get(3).text();
        assertTrue(
                said.contains("yunxi-2024-01-01 " + InventedPackage.version(1).digest()), said);
        assertTrue(said.contains(InventedPackage.version(3).digest()), said);
    }

    @Test
    @DisplayName("finds by deciding again that a signed answer is not what the package decides, and where it differs")
    void signed_but_wrong() throws Exception {
        byte[] request = exchange.request();
        EvaluationAnswer right = answer(request);
        String text = new String(exchange.answer(), StandardCharsets.UTF_8);
        int at = text.indexOf("\"matched\":[");
        byte[] wrong =
                text.replaceFirst("\"matched\":\\[", "\"matched\":[\"x\",").getBytes(StandardCharsets.UTF_8);
        Exchange signed = new Exchange(request, wrong, sign(OURS, request, right, wrong));
        assertEquals("签名 HOLDS, 请求 HOLDS, 答复 HOLDS, 规则包 HOLDS, 重现 replay-differs", check(signed));
        int byteAt = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length + "\"matched\":[".length();
        String said = steps(signed, PACKAGES, OURS.getPublic()).get(4).text();
        assertTrue(said.contains("第 " + (byteAt + 1) + " 个字节"), said);
    }

    @Test
    @DisplayName("finds that a signed request is refused when decided again")
    void signed_but_refused() throws Exception {
        EvaluationAnswer right = answer(exchange.request());
        for (String request : List.of("{\"city\":\"淄博\"}", "{\"city\":\"威海\",\"packageId\":\"x\"}", "{", "{}")) {
            byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
            Exchange signed = new Exchange(bytes, exchange.answer(), sign(OURS, bytes, right, exchange.answer()));
            assertEquals("签名 HOLDS, 请求 HOLDS, 答复 HOLDS, 规则包 HOLDS, 重现 replay-refused", check(signed), request);
        }
    }

    @Test
    @DisplayName("meets a fresh salt in every receipt, so that equal requests do not show")
    void fresh_salt() throws IOException {
        Exchange again = Exchange.of(new String(exchange.request(), StandardCharsets.UTF_8), OURS);
        assertNotEquals(again.statement().path("salt"), exchange.statement().path("salt"));
        assertNotEquals(
                again.statement().path("requestHash"), exchange.statement().path("requestHash"));
        assertEquals(again.statement().path("answerHash"), exchange.statement().path("answerHash"));
    }

    @Test
    @DisplayName("has nothing to check where there is no key")
    void no_key() throws Exception {
        assertEquals(
                Optional.empty(),
                new Receipts(Optional.empty(), "9.9.9")
                        .receipt(exchange.request(), answer(exchange.request()), exchange.answer()));
    }

    /** The exchange with another statement, under the same signature. */
    private Exchange with(JsonNode statement) throws JsonProcessingException {
        String signature = exchange.receipt().substring(exchange.receipt().indexOf('.'));
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(statement));
        return new Exchange(exchange.request(), exchange.answer(), header + signature);
    }

    private static EvaluationAnswer answer(byte[] request) throws Exception {
        PackageLibrary library = PackageLibrary.of(PACKAGES, Bundled.SCHEMA);
        return new EvaluationService(() -> library, THEN).decide(new RequestReader(THEN).read(request));
    }

    private static String sign(KeyPair key, byte[] request, EvaluationAnswer answer, byte[] body) {
        return new Receipts(Optional.of(SigningKey.of(key.getPrivate())), "9.9.9")
                .receipt(request, answer, body)
                .orElseThrow();
    }

    private static String check(Exchange exchange) {
        return check(exchange, PACKAGES, OURS.getPublic());
    }

    /** What each step found: that it holds, or the code of what is wrong. */
    private static String check(Exchange exchange, List<PackageFiles> packages, PublicKey... keys) {
        return String.join(
                ", ",
                steps(exchange, packages, keys).stream()
                        .map(step -> step.subject() + " " + (step.code() == null ? step.result() : step.code()))
                        .toList());
    }

    private static List<Step> steps(Exchange exchange, List<PackageFiles> packages, PublicKey... keys) {
        return new ReceiptCheck(List.of(keys), new Replay(packages, Bundled.SCHEMA, LATER))
                .check(exchange.request(), exchange.answer(), exchange.receipt());
    }
}
