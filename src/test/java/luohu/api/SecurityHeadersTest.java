package luohu.api;

import static io.restassured.RestAssured.given;
import static luohu.api.Management.management;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("Every answer tells browsers how little they may do with it:")
class SecurityHeadersTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/cities, 200",
        "GET, /v1/packages/weihai-2021-10-21/rules, 200",
        "GET, /v1/packages/nope, 404",
        "GET, /nope, 404",
        "GET, /v1/cities/%c0%af, 404",
        "PUT, /v1/evaluations, 405",
        "POST, /v1/evaluations, 415",
        "GET, /q/openapi, 200"
    })
    @DisplayName("of the API nothing, and nobody may keep it")
    void api(String method, String path, int status) {
        headers(given().urlEncodingEnabled(false).request(method, path).then().statusCode(status))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    @DisplayName("also to a request that is refused before anything is known of it")
    void without_host() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /v1/cities HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        }
    }

    @Test
    @DisplayName("pages of other origins may not ask")
    void no_cors() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/v1/evaluations")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @Test
    @DisplayName(
            "health and metrics are not on the port of the API, and every documented path is a metric under its template")
    void management_apart() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        Map<String, Object> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        paths.keySet().forEach(path -> given().delete(path.replace("{id}", "weihai-2021-10-21"))
                .then()
                .statusCode(405));
        given().delete("/v1/invented/name").then().statusCode(404);
        String metrics = given().get(management("/q/metrics")).asString();
        paths.keySet()
                .forEach(path -> assertTrue(
                        metrics.contains(
                                "method=\"DELETE\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"" + path + "\""),
                        path));
        assertTrue(metrics.contains("uri=\"/other\""));
        assertFalse(metrics.contains("invented"), metrics);
        assertFalse(metrics.lines().anyMatch(line -> line.matches(".*uri=\"[^\"]*weihai-2021-10-21.*")), metrics);
    }

    @Test
    @DisplayName("the OpenAPI document says how callers may show who they are, and that a service may do without")
    void security_schemes() {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("components.securitySchemes.certificate.type", equalTo("mutualTLS"))
                .body("security.size()", equalTo(3))
                .body("paths.'/v1/evaluations'.post.responses.'401'.description", containsString("unauthorized"))
                .body("paths.'/v1/evaluations'.post.responses.'429'.description", containsString("too-many-requests"));
    }

    static ValidatableResponse headers(ValidatableResponse response) {
        return response.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"));
    }
}
