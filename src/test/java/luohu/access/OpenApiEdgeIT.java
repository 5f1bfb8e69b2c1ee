package luohu.access;

import static luohu.testing.ServiceProcess.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import luohu.testing.OpenApiDocument;
import luohu.testing.OpenApiDocument.Operation;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the OpenAPI document says of the edge holds for every operation:")
class OpenApiEdgeIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    @DisplayName("who sends no credential gets 401, and who asks too often gets 429, with the documented headers")
    void credentials_and_rate() throws IOException, InterruptedException {
        String key = AccessKey.random();
        Path keys = folder.resolve("keys.yaml");
        Files.writeString(keys, new AccessKey("甲系统", AccessKey.hashOf(key), null).line() + "\n");
        int count;
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"), "-Dluohu.access.mode=api-key", "-Dluohu.access.keys=" + keys)) {
            OpenApiDocument document = document(service);
            count = document.operations().size();
            for (Operation each : document.operations()) {
                answers(document, each, "unauthorized", send(service, head(each, "Host: localhost")));
            }
        }
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("limited"), "-Dluohu.access.rate=0.001", "-Dluohu.access.burst=1")) {
            assertEquals(200, get(service.api("/v1/cities")).statusCode());
            OpenApiDocument document = document(service);
            assertEquals(count, document.operations().size());
            for (Operation each : document.operations()) {
                answers(document, each, "too-many-requests", send(service, head(each, "Host: localhost")));
            }
        }
    }

    @Test
    @DisplayName("who sends a token while its issuer is away gets 503, with the documented header")
    void issuer_is_away() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.mode=oidc",
                "-Dluohu.access.oidc.issuer=http://localhost:" + port,
                "-Dluohu.access.oidc.audience=luohu")) {
            OpenApiDocument document = document(service);
            for (Operation each : document.operations()) {
                answers(
                        document,
                        each,
                        "issuer-unavailable",
                        send(service, head(each, "Host: localhost\r\nAuthorization: Bearer a.b.c")));
            }
        }
    }

    @Test
    @DisplayName("a request without Host gets 400, and one whose body does not come gets 408")
    void broken_requests() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.http.body-timeout=0.2S")) {
            OpenApiDocument document = document(service);
            for (Operation each : document.operations()) {
                answers(document, each, "bad-request", send(service, head(each, "X-Nothing: x")));
                if (each.problems().containsKey("request-timeout")) {
                    answers(
                            document,
                            each,
                            "request-timeout",
                            send(service, head(each, "Host: localhost\r\nContent-Length: 10")));
                }
            }
        }
    }

    private static OpenApiDocument document(ServiceProcess service) throws IOException, InterruptedException {
        return new OpenApiDocument(get(service.api("/q/openapi?format=json")).body());
    }

    private static String head(Operation operation, String headers) {
        String type = operation.consumes() == null ? "" : "Content-Type: " + operation.consumes() + "\r\n";
        return operation.method() + " " + operation.address() + " HTTP/1.1\r\n" + type + headers
                + "\r\nConnection: close\r\n\r\n";
    }

    /** Everything that comes back until the connection is closed. */
    private static String send(ServiceProcess service, String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answers(OpenApiDocument document, Operation operation, String code, String answer)
            throws JsonProcessingException {
        String what = operation + " " + code + ": " + answer;
        JsonNode example = operation.problems().get(code);
        assertNotNull(example, what);
        int status = example.path("status").asInt();
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), what);
        operation
                .node()
                .path("responses")
                .path(Integer.toString(status))
                .path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertTrue(
                        answer.lines().anyMatch(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2)),
                        what));
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertEquals(example, JSON.readTree(body), what);
        assertEquals(Set.of(), document.violations(operation.answerSchema(status), body), what);
    }
}
