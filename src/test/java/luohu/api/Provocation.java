package luohu.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import luohu.testing.OpenApiDocument.Operation;

/** Calls of documented operations, and what makes each answer with a problem it names. */
final class Provocation {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is sent to meet a problem that depends on what the body says; the rest is as the example has it. */
    private static final Map<String, Map<String, String>> MEMBERS = Map.of(
            "unknown-city", Map.of("city", "没有的城市"),
            "unknown-package", Map.of("packageId", "weihai-1999"),
            "no-package-in-force", Map.of("city", "371000", "effectiveDate", "2026-10-21"),
            "package-mismatch", Map.of("city", "371000", "packageId", "zibo-2021-draft"));

    private Provocation() {}

    /** Does what a caller does wrong to get a problem. */
    static Response provoke(Operation operation, String code) throws JsonProcessingException {
        String body = operation.examples().values().iterator().next();
        String type = operation.consumes();
        return switch (code) {
            case "not-acceptable" ->
                body == null
                        ? given().accept("image/png").request(operation.method(), operation.address())
                        : plain(type).accept("image/png").body(body).request(operation.method(), operation.address());
            case "unsupported-media-type" -> send(operation, operation.address(), body, "text/xml");
            case "malformed-json" -> send(operation, operation.address(), "{\"city\": \"371000\",", type);
            case "payload-too-large" -> send(operation, operation.address(), " ".repeat(256 * 1024 + 1), type);
            case "invalid-request" ->
                body == null
                        ? send(operation, operation.address().replaceAll("\\?.*", ""), null, null)
                        : send(
                                operation,
                                operation.address(),
                                "{\"city\": \"371000\", \"applicant\": {\"birthDate\": \"1995-13-01\"}, "
                                        + "\"homes\": [{\"tenur\": \"LEASED\"}]}",
                                type);
            case "unknown-package" ->
                operation.path().contains("{id}")
                        ? send(
                                operation,
                                operation.address().replaceFirst("/packages/[^/?]+", "/packages/weihai-1999"),
                                body,
                                type)
                        : send(operation, operation.address(), with(code, body), type);
            default -> send(operation, operation.address(), with(code, body), type);
        };
    }

    private static String with(String code, String body) throws JsonProcessingException {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        MEMBERS.get(code).forEach(request::put);
        return request.toString();
    }

    /** Sends a body, where there is one, under a media type just as it is given. */
    static Response send(Operation operation, String address, String body, String type) {
        return body == null
                ? given().request(operation.method(), address)
                : plain(type).body(body).request(operation.method(), address);
    }

    /** The media type as it is, without a charset. */
    private static RequestSpecification plain(String type) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType(type);
    }
}
