package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import luohu.testing.Keys;
import luohu.testing.Marked;
import luohu.testing.OpenApiDocument;
import luohu.testing.OpenApiDocument.Operation;
import luohu.testing.ServiceProcess;
import luohu.testing.TraceCollector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of what a request says, the packaged service")
class NoDataKeptIT {

    private static final String JSON = "Content-Type: application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String PACKAGE = "zibo-2021-12-29";
    private static final String LAST = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** The members that choose packages; with a mark there they choose none, so that a right request has none of them. */
    private static final List<String> CHOOSING = List.of("packageId", "packageDigest", "cities", "packageIds");

    private int fields;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "writes nothing into its log, also where it says more than usual, its audit log, metrics, spans, headers or receipts, "
                    + "and repeats nothing to who sends it wrong, line by line of a batch as well")
    void keeps_nothing() throws IOException, InterruptedException {
        Path audit = folder.resolve("audit.log");
        try (TraceCollector collector = TraceCollector.start();
                ServiceProcess service = start(audit, collector)) {
            OpenApiDocument document = new OpenApiDocument(
                    ServiceProcess.get(service.api("/q/openapi?format=json")).body());
            Marked marked = new Marked(document.root());
            MarkedSender sender = new MarkedSender(service);
            for (Operation operation : document.operations()) {
                bodies(sender, marked, operation);
                around(sender, operation);
            }
            outside(sender);
            assertTrue(fields > 250, "only " + fields + " fields tried");
            assertTrue(
                    sender.statuses().keySet().containsAll(List.of(200, 400, 404, 405, 406, 413, 415)),
                    sender.statuses().toString());
            assertFalse(sender.statuses().containsKey(500), sender.statuses().toString());
            assertTrue(sender.receipts() > 0, "no receipt");
            assertEquals(List.of(), sender.repeated());

            String metrics =
                    ServiceProcess.get(service.management("/q/metrics")).body();
            assertTrue(metrics.contains("uri=\"/v1/packages/{id}/changes\""), metrics);
            unmarked(metrics);
            String lines = Files.readString(audit);
            assertTrue(lines.lines().filter(line -> line.contains("\"line\":")).count() > 70, lines);
            unmarked(lines);
            String spans = spans(service, collector);
            document.operations().forEach(each -> assertTrue(spans.contains(each.toString()), each.toString()));
            unmarked(spans);
            unmarked(service.output());
        }
    }

    private ServiceProcess start(Path audit, TraceCollector collector) throws IOException, InterruptedException {
        Path key = Files.writeString(
                folder.resolve("private.pem"), Keys.pem(Keys.pair().getPrivate()));
        List<String> options = new ArrayList<>(collector.options());
        options.addAll(List.of(
                "-Dquarkus.log.category.\"luohu\".level=DEBUG",
                "-Dquarkus.log.console.json.enabled=true", // says more of each line, its context above all
                "-Dluohu.access.rate=10000",
                "-Dluohu.receipts.key=" + key,
                "-Dluohu.audit.file=" + audit));
        return ServiceProcess.start(folder.resolve("log"), options.toArray(String[]::new));
    }

    /** A request with every field right, and for each field one that has it wrong. */
    private void bodies(MarkedSender sender, Marked marked, Operation operation)
            throws IOException, InterruptedException {
        if (operation.consumes() == null) {
            return;
        }
        boolean lines = operation.consumes().equals(LINES);
        JsonNode schema = operation.bodySchema();
        ObjectNode every = marked.good(lines ? schema.get("contentSchema") : schema);
        ObjectNode good = right(every);
        assertTrue(good.toString().contains(Marked.MARK), "a right request is marked, too");
        List<ObjectNode> wrong = new ArrayList<>(marked.wrong(good));
        wrong.addAll(choosing(every, good));
        fields += wrong.size();
        String address = operation.path().replace("{id}", PACKAGE) + "?from=zibo-2021-draft";
        if (lines) {
            batch(sender, address, good, wrong);
        } else {
            requests(sender, operation.method(), address, good, wrong);
        }
        String text = good.toString();
        sender.refused("media type", operation.method(), address, text, "Content-Type: text/" + Marked.MARK);
    }

    private static ObjectNode right(ObjectNode every) {
        ObjectNode good = every.deepCopy().remove(CHOOSING);
        if (good.has("city")) {
            good.put("city", "淄博");
            good.put("effectiveDate", "2024-05-01");
        }
        if (good.has("from")) {
            good.remove("effectiveDate");
            good.put("from", "2024-05-01").put("to", "2024-12-31");
        }
        return good;
    }

    /** Requests that choose by a mark: as it should be written, as a text where a list should be, a digest of a package that is there. */
    private static List<ObjectNode> choosing(ObjectNode every, ObjectNode good) {
        List<ObjectNode> wrong = new ArrayList<>();
        for (String name : CHOOSING) {
            if (every.has(name)) {
                wrong.add(with(good, name, JsonNodeFactory.instance.textNode(Marked.MARK)));
            }
            if (every.get(name) instanceof ArrayNode) {
                wrong.add(with(good, name, JsonNodeFactory.instance.arrayNode().add(Marked.MARK)));
            }
        }
        if (every.has("packageDigest")) {
            wrong.add(good.deepCopy().put("packageId", PACKAGE).put("packageDigest", Marked.MARK));
            wrong.add(good.deepCopy().put("packageId", PACKAGE).put("packageDigest", "sha256:" + Marked.MARK));
        }
        return wrong;
    }

    private static ObjectNode with(ObjectNode good, String name, JsonNode value) {
        return Marked.with(good, "/" + name, value);
    }

    private static void requests(
            MarkedSender sender, String method, String address, ObjectNode good, List<ObjectNode> wrong)
            throws IOException {
        String text = good.toString();
        String answer = sender.sent(method, address, text, JSON);
        assertTrue(answer.startsWith("HTTP/1.1 200 "), method + " " + address + " " + good + "\n" + answer);
        for (ObjectNode each : wrong) {
            sender.refused(each.toString(), method, address, each.toString(), JSON);
        }
        sender.refused("cut off", method, address, text.substring(0, text.length() - 1), JSON);
        sender.refused("something after it", method, address, text + Marked.MARK, JSON);
        sender.refused("too long", method, address, text + " ".repeat(256 * 1024), JSON);
    }

    private static void batch(MarkedSender sender, String address, ObjectNode good, List<ObjectNode> wrong)
            throws IOException, InterruptedException {
        String text = good.toString();
        List<String> lines = new ArrayList<>(List.of(text));
        wrong.forEach(each -> lines.add(each.toString()));
        lines.addAll(List.of(
                text.substring(0, text.length() - 1), text + Marked.MARK, Marked.MARK, text + " ".repeat(256 * 1024)));
        List<JsonNode> answers = sender.batch(address, lines);
        assertTrue(answers.get(0).has("package"), answers.get(0).toString());
        assertTrue(answers.stream().filter(each -> each.has("type")).count() > wrong.size() / 2, "most are refused");
    }

    /** Everything but the body: path, query, headers, method. */
    private static void around(MarkedSender sender, Operation operation) throws IOException {
        String path = operation.path();
        String method = operation.method();
        String known = path.replace("{id}", PACKAGE);
        String query = "?from=" + Marked.MARK + "&" + Marked.MARK + "=" + Marked.MARK;
        sender.refused(path, method, path.replace("{id}", Marked.MARK) + query, "{}", JSON);
        sender.sent(method, known + query, "{}", JSON);
        sender.refused(path, method, known + "/" + Marked.MARK + query, "{}", JSON);
        sender.refused(path, "M" + Marked.MARK, known + query, "{}", JSON);
        sender.refused(path, method, known, "{}", JSON + "\r\nAccept: application/" + Marked.MARK);
        sender.sent(
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
    private static void outside(MarkedSender sender) throws IOException {
        for (String path : new TreeSet<>(List.of(
                "/" + Marked.MARK,
                "/q/swagger-ui/" + Marked.MARK,
                "/v1/packages/" + Marked.MARK + "%c0%af",
                "/v1/packages/" + Marked.MARK + "?" + "a".repeat(9_000)))) {
            sender.refused(path, "GET", path, "", "A: b");
        }
        String path = "/v1/packages/" + Marked.MARK;
        sender.refused("header", "GET", path, "", "A: " + Marked.MARK.repeat(5_000));
        sender.refused("header name", "GET", path, "", "A\u0001: " + Marked.MARK);
    }

    /** All spans: those of one request more, which come after the others. */
    private static String spans(ServiceProcess service, TraceCollector collector)
            throws IOException, InterruptedException {
        ServiceProcess.get(service.api("/v1/cities"), "traceparent", "00-" + LAST + "-00f067aa0ba902b7-01");
        return collector.sent(new String(HexFormat.of().parseHex(LAST), StandardCharsets.ISO_8859_1));
    }

    private static void unmarked(String text) {
        assertFalse(text.contains(Marked.MARK), () -> text.lines()
                .filter(line -> line.contains(Marked.MARK))
                .findFirst()
                .orElseThrow());
    }
}
