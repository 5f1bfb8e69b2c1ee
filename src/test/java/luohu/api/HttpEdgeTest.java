package luohu.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("What the HTTP server itself refuses")
class HttpEdgeTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /",
        "GET, /nope",
        "POST, /nope",
        "GET, /v1",
        "GET, /v1/packages/weihai-2021-10-21/nope",
        "GET, /q/nope",
        "GET, /v1/evaluations/1"
    })
    @DisplayName("an unknown path is a problem")
    void unknown_paths(Method method, String path) {
        problem(given().request(method, path).then(), 404, "not-found");
    }

    @Test
    @DisplayName("an address that cannot be decoded is a problem")
    void undecodable_path() {
        problem(given().urlEncodingEnabled(false).get("/v1/cities/%c0%af").then(), 404, "not-found");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /v1/evaluations, 'OPTIONS, POST'",
        "PUT, /v1/evaluations, 'OPTIONS, POST'",
        "DELETE, /v1/cities, 'GET, HEAD, OPTIONS'",
        "POST, /v1/packages/weihai-2021-10-21, 'GET, HEAD, OPTIONS'",
        "GET, /v1/comparisons, 'OPTIONS, POST'",
        "GET, /v1/timelines, 'OPTIONS, POST'",
        "PUT, /v1/packages/weihai-2021-10-21/changes, 'GET, HEAD, OPTIONS, POST'"
    })
    @DisplayName("a wrong method is a problem that names the right ones")
    void wrong_methods(Method method, String path, String allow) {
        ValidatableResponse response =
                given().contentType("application/json").request(method, path).then();
        problem(response, 405, "method-not-allowed");
        response.header("Allow", equalTo(allow));
    }

    @Test
    @DisplayName("a wrong media type is a problem")
    void wrong_media_type() {
        problem(
                given().contentType("text/plain")
                        .body("{}")
                        .post("/v1/evaluations")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    @DisplayName("an answer nobody can give is a problem")
    void not_acceptable() {
        problem(given().accept("text/html").get("/v1/cities").then(), 406, "not-acceptable");
    }

    @Test
    @DisplayName("an unknown package is a problem, in the catalogue too")
    void unknown_package() {
        problem(given().get("/v1/packages/nope").then(), 404, "unknown-package");
        problem(given().accept("text/plain").get("/v1/packages/nope/rules").then(), 404, "unknown-package");
    }

    @Test
    @DisplayName("a body over 256 KiB is a problem, one of exactly 256 KiB is not")
    void body_limit() {
        String request = "{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";
        String full = request + " ".repeat(256 * 1024 - request.length());
        given().contentType("application/json")
                .body(full)
                .post("/v1/evaluations")
                .then()
                .statusCode(200);
        problem(
                given().contentType("application/json")
                        .body(full + " ")
                        .post("/v1/evaluations")
                        .then(),
                413,
                "payload-too-large");
    }

    @Test
    @DisplayName("a body sent in chunks counts the same as one of known length")
    void chunked_bodies() throws IOException, InterruptedException {
        String request = "{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";
        assertEquals(200, chunked(request + " ".repeat(20_000)).statusCode());
        assertEquals(
                200,
                chunked(request + " ".repeat(256 * 1024 - request.length())).statusCode());
        HttpResponse<String> refused = chunked(request + " ".repeat(256 * 1024));
        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("urn:luohu:problem:payload-too-large"), refused.body());
    }

    private static HttpResponse<String> chunked(String body) throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/evaluations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("a request without a host is a problem, and its query stays out of the answer")
    void without_host() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /v1/cities?q=MARKER HTTP/1.1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains("urn:luohu:problem:bad-request"), answer);
            assertFalse(answer.contains("MARKER"), answer);
        }
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:luohu:problem:" + code))
                .body("status", equalTo(status));
    }
}
