package luohu.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import luohu.testing.Requests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A batch over HTTP")
class BatchTest {

    private static final String LINES = "application/x-ndjson";
    private static final String GOOD = "{\"city\":\"威海\",\"effectiveDate\":\"2024-05-01\"}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @DisplayName("gives each line, in order, the bytes that a single evaluation gives")
    void same_as_single() throws IOException, InterruptedException {
        List<String> requests = Requests.drawn(600);
        List<String> lines = post(String.join("\n", requests)).lines().toList();
        assertEquals(requests.size() + 1, lines.size());
        for (int i = 0; i < requests.size(); i++) {
            HttpResponse<String> single = send("/v1/evaluations", "application/json", requests.get(i));
            String body = single.body();
            String expected = single.statusCode() == 200
                    ? body
                    : body.substring(0, body.length() - 1) + ",\"line\":" + (i + 1) + "}";
            assertEquals(expected, lines.get(i));
        }
        JsonPath summary = JsonPath.from(lines.get(requests.size()));
        assertEquals(requests.size(), summary.getInt("summary.lines"));
    }

    @Test
    @DisplayName("has a problem in the place of a bad line, says which line, and goes on")
    void bad_lines() throws IOException, InterruptedException {
        String longLine = "{\"city\":\"" + "x".repeat(256 * 1024) + "\"}";
        List<String> lines = post(String.join("\n", GOOD, "", "{", "{\"city\":1}", longLine, "{\"city\":\"北京\"}", GOOD))
                .lines()
                .toList();
        assertEquals(8, lines.size());
        assertEquals(lines.get(0), lines.get(6));
        List<String> codes =
                List.of("malformed-json", "malformed-json", "invalid-request", "payload-too-large", "unknown-city");
        for (int i = 0; i < codes.size(); i++) {
            JsonPath problem = JsonPath.from(lines.get(i + 1));
            assertEquals("urn:luohu:problem:" + codes.get(i), problem.getString("type"));
            assertEquals(i + 2, problem.getInt("line"));
        }
        JsonPath summary = JsonPath.from(lines.get(7));
        assertEquals(2, summary.getInt("summary.answered"));
        assertEquals(5, summary.getInt("summary.refused"));
        assertEquals(2, summary.getInt("summary.problems.'malformed-json'"));
    }

    @Test
    @DisplayName("answers a line before the next is sent, and loses nothing of one that comes in pieces")
    void line_by_line() throws IOException, InterruptedException {
        String answer = post(GOOD).lines().findFirst().orElseThrow();
        try (BatchConnection connection = new BatchConnection()) {
            connection.begin();
            for (int i = 0; i < 3; i++) {
                connection.send(GOOD + "\n");
                assertEquals(answer, connection.line());
            }
            for (int i = 0; i < GOOD.length(); i++) {
                connection.send(GOOD.substring(i, i + 1));
            }
            connection.send("\r\n");
            assertEquals(answer, connection.line());
            connection.send(GOOD);
            connection.end();
            assertEquals(answer, connection.line());
            assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":5,"));
            assertNull(connection.line());
        }
    }

    @Test
    @DisplayName("leaves the connection usable for the next")
    void one_after_the_other() throws IOException {
        try (BatchConnection connection = new BatchConnection()) {
            for (int i = 0; i < 3; i++) {
                connection.begin();
                connection.send("[]\n\n\n");
                connection.end();
                assertTrue(connection.line().contains("\"line\":1"));
                assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":1,"));
                assertNull(connection.line());
            }
        }
    }

    @Test
    @DisplayName("gives the problem of a line that never ends while it is still coming")
    void never_ends() throws IOException {
        try (BatchConnection connection = new BatchConnection()) {
            connection.begin();
            String piece = "x".repeat(32 * 1024);
            for (int i = 0; i < 9; i++) {
                connection.send(piece);
            }
            assertTrue(connection.line().contains("payload-too-large"));
            for (int i = 0; i < 300; i++) {
                connection.send(piece);
            }
            connection.send("\n" + GOOD);
            connection.end();
            assertTrue(connection.line().startsWith("{\"id\":null,"));
            assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":2,"));
        }
    }

    @Test
    @DisplayName("stops reading when its answers are not read, and loses none of them")
    void slow_reader() throws IOException, InterruptedException {
        int total = 2_500;
        String line = GOOD + " ".repeat(32 * 1024) + "\n"; // more than the buffers of both ends hold
        AtomicInteger sent = new AtomicInteger();
        try (BatchConnection connection = new BatchConnection()) {
            connection.begin();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < total; i++) {
                        connection.send(line);
                        sent.incrementAndGet();
                    }
                    connection.end();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            int before = -1;
            while (before != sent.get()) {
                before = sent.get();
                Thread.sleep(1_000);
            }
            assertTrue(sent.get() > 0);
            assertTrue(sent.get() < total, "all was read though nothing was taken");
            String first = connection.line();
            for (int i = 1; i < total; i++) {
                assertEquals(first, connection.line());
            }
            assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":" + total + ","));
            assertNull(connection.line());
            sending.join();
        }
    }

    @Test
    @DisplayName("whose caller goes away disturbs nobody else")
    void caller_goes_away() throws IOException, InterruptedException {
        String expected = post(GOOD);
        for (int i = 0; i < 20; i++) {
            try (BatchConnection connection = new BatchConnection()) {
                connection.begin();
                connection.send((GOOD + "\n").repeat(200));
                if (i % 2 == 0) {
                    connection.line();
                }
            }
        }
        assertEquals(expected, post(GOOD));
    }

    @Test
    @DisplayName("may be longer than any single request, in known length as well")
    void no_limit_as_a_whole() throws IOException, InterruptedException {
        String body = (" ".repeat(200_000) + "[]\n").repeat(100);
        List<String> lines = post(body).lines().toList();
        assertEquals(101, lines.size());
        assertTrue(lines.get(100).startsWith("{\"summary\":{\"lines\":100,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", ""})
    @DisplayName("in another media type is a problem")
    void wrong_media_type(String type) throws IOException, InterruptedException {
        HttpResponse<String> response = send(BatchRoute.PATH, type, GOOD);
        assertEquals(415, response.statusCode());
        assertTrue(response.body().contains(LINES), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/x-ndjson;q=0"})
    @DisplayName("that is to be answered in another media type is a problem")
    void not_acceptable(String type) {
        ValidatableResponse response = given().contentType(LINES)
                .accept(type)
                .body(GOOD.getBytes(StandardCharsets.UTF_8))
                .post(BatchRoute.PATH)
                .then();
        response.statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:luohu:problem:not-acceptable"))
                .body("detail", containsString(LINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, application/x-ndjson;q=0.1"})
    @DisplayName("is answered whoever accepts its media type")
    void acceptable(String type) throws IOException, InterruptedException {
        HttpRequest request = request(BatchRoute.PATH, "application/x-ndjson; charset=utf-8", GOOD)
                .header("Accept", type)
                .build();
        assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    @DisplayName("takes no other method")
    void wrong_methods(Method method) {
        given().contentType("application/json")
                .request(method, BatchRoute.PATH)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo("OPTIONS, POST"));
        given().options(BatchRoute.PATH).then().statusCode(200).header("Allow", equalTo("OPTIONS, POST"));
    }

    @Test
    @DisplayName("is in the OpenAPI document, with an example that works")
    void described() throws IOException, InterruptedException {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        String operation = "paths.'/v1/evaluations/batch'.post.";
        assertEquals("evaluateBatch", document.getString(operation + "operationId"));
        String example = document.getString(operation + "requestBody.content.'application/x-ndjson'.example");
        List<String> lines = new ArrayList<>(post(example).lines().toList());
        assertEquals(2, JsonPath.from(lines.get(lines.size() - 1)).getInt("summary.answered"));
        assertEquals(1, JsonPath.from(lines.get(lines.size() - 1)).getInt("summary.refused"));
    }

    private String post(String lines) throws IOException, InterruptedException {
        HttpResponse<String> response = send(BatchRoute.PATH, LINES, lines);
        assertEquals(200, response.statusCode());
        assertEquals(LINES, response.headers().firstValue("Content-Type").orElseThrow());
        return response.body();
    }

    private HttpResponse<String> send(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(request(path, type, body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(BodyPublishers.ofString(body));
        return type.isEmpty() ? request : request.header("Content-Type", type);
    }
}
