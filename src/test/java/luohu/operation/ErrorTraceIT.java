package luohu.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luohu.packages.PackageFiles;
import luohu.testing.InventedPackage;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A line of the log about an internal error")
class ErrorTraceIT {

    /** After all bundled packages, so that it is none of those compiled at the start. */
    private static final String CITY = "zunyang";

    private static final String CALLERS = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String FACTS = "{\"city\": \"" + CITY + "\", \"effectiveDate\": \"2020-05-01\"}\n";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "bears the trace id of its request, as the audit log has it, whether a request or a line of a batch failed, and "
                    + "though nothing is traced")
    void bears_the_trace() throws IOException, InterruptedException {
        write();
        try (ServiceProcess service = start()) {
            assertEquals(
                    200,
                    ServiceProcess.get(service.management("/q/health/ready")).statusCode());
        }
        Path index = folder.resolve("index.json");
        String noted = Files.readString(index);
        assertTrue(noted.contains("\"from\":\"2024-01-01\""), noted);
        Files.writeString(index, noted.replace("\"from\":\"2024-01-01\"", "\"from\":\"2014-01-01\""));

        try (ServiceProcess service = start()) {
            assertTrue(service.output().contains("index-mismatch"), service.output());
            post(service, "/v1/evaluations", "application/json", "00-" + CALLERS + "-00f067aa0ba902b7-01");
            post(service, "/v1/evaluations", "application/json", "none");
            post(service, "/v1/timelines", "application/json", "none");
            post(service, "/v1/evaluations/batch", "application/x-ndjson", "none");
            ServiceProcess.await("an entry for each", () -> audited().size() == 4);
            assertTrue(audited().contains(CALLERS), audited().toString());
            assertEquals(audited(), logged(service));
        }
    }

    private ServiceProcess start() throws IOException, InterruptedException {
        return ServiceProcess.start(
                folder.resolve("log"),
                "-Dquarkus.log.console.json.enabled=true",
                "-Dluohu.rules.directory=" + folder.resolve("rules"),
                "-Dluohu.rules.index=" + folder.resolve("index.json"),
                "-Dluohu.audit.file=" + folder.resolve("audit.log"));
    }

    private static void post(ServiceProcess service, String path, String type, String traceparent)
            throws IOException, InterruptedException {
        ServiceProcess.send(service.api(path), type, facts(path), "traceparent", traceparent);
    }

    private static String facts(String path) {
        return path.equals("/v1/timelines")
                ? "{\"city\": \"" + CITY + "\", \"from\": \"2020-05-01\", \"to\": \"2020-06-01\"}"
                : FACTS;
    }

    private Set<String> audited() {
        try {
            return Files.readAllLines(folder.resolve("audit.log")).stream()
                    .map(this::read)
                    .filter(entry -> entry.path("problem").asText().equals("internal-error"))
                    .map(entry -> entry.get("trace").asText())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> logged(ServiceProcess service) {
        return service.output()
                .lines()
                .map(this::read)
                .filter(entry -> entry.get("message").asText().startsWith("internal-error"))
                .map(entry -> entry.at("/mdc/traceId").asText())
                .collect(Collectors.toSet());
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The invented package under another name. */
    private void write() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        InventedPackage.version(1).texts().forEach((name, text) -> texts.put(name, text.replace("yunxi", CITY)));
        InventedPackage.write(folder.resolve("rules"), new PackageFiles(CITY + "/2024-01-01", texts));
    }
}
