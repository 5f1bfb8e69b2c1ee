package luohu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A batch at the packaged service")
class BatchAccessIT {

    private static final String BATCH = "/v1/evaluations/batch";
    private static final String GOOD = "{\"id\": \"甲\", \"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";
    private static final int LINES = 81;
    private static final int A_SECOND = 40;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "has an entry of the audit log for each line, with what an evaluation by itself has, and one for itself")
    void audited() throws IOException, InterruptedException {
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.audit.file=" + audit)) {
            String answer = batch(service, GOOD + "\n{\"city\": \"x\"}\n" + GOOD);
            assertEquals(4, answer.lines().count());
            ServiceProcess.post(service.api("/v1/evaluations"), GOOD);
        }
        SortedMap<Integer, JsonNode> byLine = new TreeMap<>();
        List<JsonNode> requests = new ArrayList<>();
        for (String text : Files.readAllLines(audit)) {
            assertFalse(text.contains("甲"), text);
            JsonNode entry = new ObjectMapper().readTree(text);
            if (entry.has("line")) {
                byLine.put(entry.get("line").intValue(), entry);
            } else {
                requests.add(entry);
            }
        }
        assertEquals(List.of(1, 2, 3), List.copyOf(byLine.keySet()));
        assertEquals(
                List.of("POST " + BATCH, "POST /v1/evaluations"),
                requests.stream().map(each -> each.get("operation").asText()).toList());
        assertEquals(requests.get(1).get("decisions"), byLine.get(1).get("decisions"));
        assertEquals(requests.get(1).get("decisions"), byLine.get(3).get("decisions"));
        assertEquals("unknown-city", byLine.get(2).get("problem").asText());
        assertEquals(404, byLine.get(2).get("status").intValue());
        byLine.values().forEach(each -> assertEquals(requests.get(0).get("trace"), each.get("trace")));
    }

    @Test
    @DisplayName("gives its lines no faster than their caller may ask, and refuses none of them")
    void held_to_the_rate() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"), "-Dluohu.access.rate=" + A_SECOND, "-Dluohu.access.burst=1")) {
            long begun = System.nanoTime();
            String answer = batch(service, String.join("\n", Collections.nCopies(LINES, GOOD)));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertEquals(LINES + 1, answer.lines().count());
            assertEquals(
                    1, answer.lines().limit(LINES).collect(Collectors.toSet()).size());
            assertTrue(millis >= 1_000L * (LINES - 1) / A_SECOND, "all but the first had to be waited for: " + millis);
        }
    }

    private static String batch(ServiceProcess service, String lines) throws IOException, InterruptedException {
        return ServiceProcess.send(service.api(BATCH), "application/x-ndjson", lines)
                .body();
    }
}
