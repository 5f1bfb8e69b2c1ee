package luohu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    @DisplayName(
            "outlives a rate at which its lines, and those of another of the same caller, come less often than idle"
                    + " connections are closed")
    void slower_than_idle() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.rate=0.5",
                "-Dluohu.access.burst=2", // both may begin
                "-Dquarkus.http.idle-timeout=1s",
                "-Dluohu.batch.idle-timeout=1s")) {
            ExecutorService callers = Executors.newFixedThreadPool(2);
            try {
                Callable<String> caller = () -> batch(service, GOOD + "\n" + GOOD);
                for (Future<String> answer : callers.invokeAll(List.of(caller, caller))) {
                    List<String> lines = answer.get().lines().toList();
                    assertEquals(3, lines.size());
                    assertEquals(lines.get(0), lines.get(1));
                    assertTrue(lines.get(2).startsWith("{\"summary\":{\"lines\":2,\"answered\":2,"), lines.get(2));
                }
            } finally {
                callers.shutdownNow();
            }
        }
    }

    @Test
    @DisplayName("is refused before it begins to who has as many open as one caller may have, and to nobody else")
    void too_many_of_one_caller() throws IOException, InterruptedException {
        String first = AccessKey.random();
        String second = AccessKey.random();
        Path keys = folder.resolve("keys.yaml");
        Files.writeString(
                keys,
                new AccessKey("first", AccessKey.hashOf(first), null).line() + "\n"
                        + new AccessKey("second", AccessKey.hashOf(second), null).line() + "\n");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.mode=api-key",
                "-Dluohu.access.keys=" + keys,
                "-Dluohu.batch.per-caller=1")) {
            try (Socket open = new Socket("localhost", service.port())) {
                open.getOutputStream()
                        .write(("POST " + BATCH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
                                        + "Authorization: Bearer " + first + "\r\nContent-Length: 1000\r\n\r\n"
                                        + "{\"city\": \"x\"}\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertTrue(open.getInputStream().read() >= 0, "it has begun");
                HttpResponse<String> refusal = batch(service, GOOD, first);
                assertEquals(429, refusal.statusCode());
                assertEquals("10", refusal.headers().firstValue("Retry-After").orElseThrow());
                assertTrue(refusal.body().contains("不能超过 1 批"), refusal.body());
                for (int i = 0; i < 2; i++) {
                    assertEquals(200, batch(service, GOOD, second).statusCode());
                }
            }
            ServiceProcess.await("the end of what was open", () -> isBegun(service, first));
        }
    }

    private static boolean isBegun(ServiceProcess service, String key) {
        try {
            return batch(service, GOOD, key).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> batch(ServiceProcess service, String lines, String key)
            throws IOException, InterruptedException {
        return ServiceProcess.send(service.api(BATCH), "application/x-ndjson", lines, "Authorization", "Bearer " + key);
    }

    private static String batch(ServiceProcess service, String lines) throws IOException, InterruptedException {
        return ServiceProcess.send(service.api(BATCH), "application/x-ndjson", lines)
                .body();
    }
}
