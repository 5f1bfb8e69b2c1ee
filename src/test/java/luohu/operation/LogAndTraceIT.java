package luohu.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import luohu.testing.InventedPackage;
import luohu.testing.ServiceProcess;
import luohu.testing.TraceCollector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service")
class LogAndTraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String MARKER = "Biaoji370101199001011234";

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "says at its start which packages it decides by, each with its digest, as GET /v1/packages does; in JSON where asked")
    void names_its_packages_in_json() throws IOException, InterruptedException {
        InventedPackage.write(folder.resolve("rules"), InventedPackage.version(1));
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dquarkus.log.console.json.enabled=true",
                "-Dluohu.rules.directory=" + folder.resolve("rules"))) {
            String ready =
                    ServiceProcess.get(service.management("/q/health/ready")).body();
            assertTrue(ready.contains(InventedPackage.version(1).digest()), ready);
            JsonNode packages = new ObjectMapper()
                    .readTree(ServiceProcess.get(service.api("/v1/packages")).body());
            List<String> messages = new ArrayList<>();
            for (String line : service.output().lines().toList()) {
                JsonNode entry = new ObjectMapper().readTree(line);
                assertTrue(entry.hasNonNull("timestamp") && entry.hasNonNull("level"), line);
                messages.add(entry.get("message").asText());
            }
            assertTrue(
                    messages.stream()
                            .anyMatch(
                                    each -> each.contains(packages.get("digest").asText())),
                    service.output());
            assertEquals(7, packages.get("packages").size());
            for (JsonNode each : packages.get("packages")) {
                String start = "规则包 " + each.get("id").asText() + " "
                        + each.get("digest").asText();
                assertTrue(messages.stream().anyMatch(message -> message.startsWith(start)), start);
            }
        }
    }

    @Test
    @DisplayName("sends spans that continue the caller's trace and hold no address, query, body or header")
    void traces_without_personal_data() throws IOException, InterruptedException {
        try (TraceCollector collector = TraceCollector.start();
                ServiceProcess service = ServiceProcess.start(
                        folder.resolve("log"), collector.options().toArray(String[]::new))) {
            String query = "?name=" + MARKER;
            String[] headers = {
                "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "tracestate", "m=" + MARKER, "User-Agent", MARKER
            };
            String facts = "{\"city\": \"371000\", \"effectiveDate\": \"2024-05-01\", \"id\": \"" + MARKER + "\"}";
            assertEquals(
                    200,
                    ServiceProcess.post(service.api("/v1/evaluations" + query), facts, headers)
                            .statusCode());
            assertEquals(
                    400,
                    ServiceProcess.post(service.api("/v1/evaluations"), "{\"" + MARKER + "\": 1}", headers)
                            .statusCode());
            assertEquals(
                    404,
                    ServiceProcess.post(service.api("/v1/" + MARKER + query), facts, headers)
                            .statusCode());
            assertEquals(
                    404,
                    ServiceProcess.get(service.api("/v1/packages/" + MARKER)).statusCode());
            String last = "GET /v1/facts";
            assertEquals(200, ServiceProcess.get(service.api("/v1/facts")).statusCode());

            String sent = collector.sent(last);
            assertTrue(sent.contains("POST /v1/evaluations"), sent);
            assertTrue(sent.contains("GET /v1/packages/{id}"), sent);
            assertTrue(sent.contains("POST other"), sent);
            assertTrue(sent.contains(text(HexFormat.of().parseHex(TRACE))), sent);
            assertTrue(sent.contains("http.response.status_code"), sent);
            for (String unwanted : List.of(MARKER, "url.", "user_agent", "client.address", "exception")) {
                assertFalse(sent.toLowerCase(Locale.ROOT).contains(unwanted.toLowerCase(Locale.ROOT)), unwanted);
            }
        }
    }

    @Test
    @DisplayName("loads nothing of OpenTelemetry unless told to trace")
    void does_not_load_what_it_does_not_use() throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Xlog:class+load:file=" + classes)) {
            assertEquals(200, ServiceProcess.get(service.api("/v1/facts")).statusCode());
            String loaded = Files.readString(classes);
            assertTrue(loaded.contains("luohu.api.Tracing"), "the log of classes");
            assertFalse(loaded.contains("io.opentelemetry."), "OpenTelemetry");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
