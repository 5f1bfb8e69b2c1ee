package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import luohu.testing.Marked;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of what a request says, the packaged service")
class NoDataKeptIT {

    private static final String JSON = "Content-Type: application/json";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Integer> statuses = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "writes nothing into its log, also where it says more than usual, its audit log, metrics or headers, and repeats "
                    + "nothing to who sends it wrong")
    void keeps_nothing() throws IOException, InterruptedException {
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dquarkus.log.category.\"luohu\".level=DEBUG",
                "-Dluohu.access.rate=10000",
                "-Dluohu.audit.file=" + audit)) {
            JsonNode document = json.readTree(
                    ServiceProcess.get(service.api("/q/openapi?format=json")).body());
            Marked marked = new Marked(document);
            int fields = 0;
            for (var path : document.get("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    fields += bodies(service, marked, path.getKey(), operation.getKey(), operation.getValue());
                    around(service, path.getKey(), operation.getKey().toUpperCase());
                }
            }
            outside(service);
            assertTrue(fields > 150, "only " + fields + " fields tried");
            assertTrue(statuses.keySet().containsAll(List.of(200, 400, 404, 405, 406, 413, 415)), statuses.toString());
            assertFalse(statuses.containsKey(500), statuses.toString());
            assertEquals(List.of(), repeated);

            String metrics =
                    ServiceProcess.get(service.management("/q/metrics")).body();
            assertTrue(metrics.contains("uri=\"/v1/packages/{id}/changes\""), metrics);
            assertFalse(metrics.contains(Marked.MARK), () -> marked(metrics));
            String lines = Files.readString(audit);
            assertTrue(lines.lines().count() > 100, lines);
            assertFalse(lines.contains(Marked.MARK), () -> marked(lines));
            assertFalse(service.output().contains(Marked.MARK), () -> marked(service.output()));
        }
    }

    /** A request with every field right, and for each field one that has it wrong. */
    private int bodies(ServiceProcess service, Marked marked, String path, String method, JsonNode operation)
            throws IOException {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return 0;
        }
        String address = path.replace("{id}", "zibo-2021-12-29") + "?from=zibo-2021-draft";
        String verb = method.toUpperCase();
        ObjectNode good = marked.good(schema);
        if (good.has("city")) {
            good.put("city", "淄博");
            good.put("effectiveDate", "2024-05-01");
        }
        good.remove(List.of("packageId", "packageDigest", "cities", "packageIds"));
        if (good.has("from")) {
            good.remove("effectiveDate");
            good.put("from", "2024-05-01").put("to", "2024-12-31");
        }
        String answer = send(service, verb, address, good.toString(), JSON);
        assertTrue(answer.startsWith("HTTP/1.1 200 "), verb + " " + address + " " + good + "\n" + answer);
        assertTrue(good.toString().contains(Marked.MARK), "a right request is marked, too");
        List<ObjectNode> wrong = marked.wrong(good);
        for (ObjectNode each : wrong) {
            unrepeated(send(service, verb, address, each.toString(), JSON), each.toString());
        }
        String text = good.toString();
        unrepeated(send(service, verb, address, text.substring(0, text.length() - 1), JSON), "cut off");
        unrepeated(send(service, verb, address, text + Marked.MARK, JSON), "something after it");
        unrepeated(send(service, verb, address, text, "Content-Type: text/" + Marked.MARK), "media type");
        unrepeated(send(service, verb, address, text + " ".repeat(256 * 1024), JSON), "too long");
        return wrong.size();
    }

    /** Everything but the body: path, query, headers, method. */
    private void around(ServiceProcess service, String path, String method) throws IOException {
        String known = path.replace("{id}", "zibo-2021-12-29");
        String query = "?from=" + Marked.MARK + "&" + Marked.MARK + "=" + Marked.MARK;
        unrepeated(send(service, method, path.replace("{id}", Marked.MARK) + query, "{}", JSON), path);
        send(service, method, known + query, "{}", JSON);
        unrepeated(send(service, method, known + "/" + Marked.MARK + query, "{}", JSON), path);
        unrepeated(send(service, "M" + Marked.MARK, known + query, "{}", JSON), path);
        unrepeated(send(service, method, known, "{}", JSON + "\r\nAccept: application/" + Marked.MARK), path);
        send(
                service,
                method,
                known,
                "{}",
                String.join(
                        "\r\n",
                        JSON,
                        "Authorization: Bearer " + Marked.MARK,
                        "Cookie: a=" + Marked.MARK,
                        "Origin: https://" + Marked.MARK,
                        "Referer: https://" + Marked.MARK,
                        "User-Agent: " + Marked.MARK,
                        "X-Forwarded-For: " + Marked.MARK,
                        "traceparent: 00-" + Marked.MARK,
                        "tracestate: a=" + Marked.MARK,
                        Marked.MARK + ": " + Marked.MARK));
    }

    /** What the HTTP server refuses before it knows what is asked for. */
    private void outside(ServiceProcess service) throws IOException {
        for (String path : new TreeSet<>(List.of(
                "/" + Marked.MARK,
                "/q/swagger-ui/" + Marked.MARK,
                "/v1/packages/" + Marked.MARK + "%c0%af",
                "/v1/packages/" + Marked.MARK + "?" + "a".repeat(9_000)))) {
            unrepeated(send(service, "GET", path, "", "A: b"), path);
        }
        unrepeated(
                send(service, "GET", "/v1/packages/" + Marked.MARK, "", "A: " + Marked.MARK.repeat(5_000)), "header");
        unrepeated(send(service, "GET", "/v1/packages/" + Marked.MARK, "", "A\u0001: " + Marked.MARK), "header name");
    }

    /** An answer bears the caller's own id, as it promises, and names the relatives who qualify by the ids they were given. */
    private void unrepeated(String answer, String request) {
        if (!answer.startsWith("HTTP/1.1 200 ") && answer.contains(Marked.MARK)) {
            repeated.add(request + "\n" + answer);
        }
    }

    /** The whole answer. Its head must not hold what was sent, whatever was asked. */
    private String send(ServiceProcess service, String method, String path, String body, String headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + bytes.length + "\r\n" + headers + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) { // refused unread
                assertTrue(bytes.length > 256 * 1024, e.getMessage());
            }
            String answer = read(socket);
            if (!answer.isEmpty()) {
                statuses.merge(Integer.parseInt(answer.substring(9, 12)), 1, Integer::sum);
                int end = answer.indexOf("\r\n\r\n");
                assertFalse(answer.substring(0, end).contains(Marked.MARK), answer);
            }
            return answer;
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                answer.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) { // closed while the request was still being sent
            return answer.toString();
        }
        return answer.toString();
    }

    private static String marked(String text) {
        return text.lines()
                .filter(line -> line.contains(Marked.MARK))
                .findFirst()
                .orElse("");
    }
}
