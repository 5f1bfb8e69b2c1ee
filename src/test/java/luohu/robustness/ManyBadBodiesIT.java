package luohu.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service with little heap")
class ManyBadBodiesIT {

    private static final String DAY = "\"effectiveDate\":\"2024-05-01\"";
    private static final byte[] GOOD = request("/v1/evaluations", "{\"city\":\"淄博\"," + DAY + "}");

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "refuses in short words whatever asks for very much, 50 at the same time, and answers the next as before")
    void survives_whatever_is_sent() throws Exception {
        send(requests(), 50, "-Xmx256m");
    }

    @Test
    @DisplayName(
            "does so as well when there are 200 at the same time, with the heap and the collector of the container")
    void survives_very_many() throws Exception {
        Map<String, byte[]> worst = requests();
        worst.keySet()
                .retainAll(Set.of(
                        "an evaluation with 85,000 homes", "a comparison with 30,000 objects in an unknown field"));
        assertEquals(2, worst.size());
        send(worst, 200, "-Xmx307m", "-XX:+UseSerialGC");
    }

    private void send(Map<String, byte[]> requests, int atOnce, String... heap) throws Exception {
        List<String> options = new ArrayList<>(List.of(heap));
        options.add("-XX:+ExitOnOutOfMemoryError");
        ExecutorService callers = Executors.newFixedThreadPool(atOnce);
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), options.toArray(String[]::new))) {
            Answer before = Exchange.send(service.port(), GOOD);
            assertEquals(200, before.status(), before.text());
            for (Map.Entry<String, byte[]> bad : requests.entrySet()) {
                List<Callable<Answer>> tasks = new ArrayList<>();
                for (int i = 0; i < atOnce; i++) {
                    tasks.add(() -> Exchange.send(service.port(), bad.getValue()));
                }
                for (Future<Answer> answer : callers.invokeAll(tasks)) {
                    assertRefused(bad.getKey(), answer.get());
                }
                assertArrayEquals(
                        before.body(), Exchange.send(service.port(), GOOD).body(), bad.getKey());
            }
            assertFalse(service.output().contains("OutOfMemoryError"), service.output());
        } finally {
            callers.shutdownNow();
        }
    }

    private static void assertRefused(String what, Answer answer) {
        boolean batch = answer.status() == 200 && answer.text().contains("\"refused\":1,");
        assertTrue(answer.status() == 400 || batch, what + ": " + answer.status());
        assertEquals("invalid-request", answer.code(), what);
        assertTrue(answer.body().length < Verdict.LONGEST_ANSWER, what + ": " + answer.body().length);
    }

    private static Map<String, byte[]> requests() {
        Map<String, byte[]> requests = new LinkedHashMap<>();
        Multitudes.of(member -> "{\"city\":\"淄博\"," + member + "}").forEach((what, body) -> {
            requests.put("an evaluation " + what, request("/v1/evaluations", body));
            byte[] line = Http.utf8(body + "\n");
            requests.put("a line " + what, Http.request("POST", "/v1/evaluations/batch", Http.LINES, line));
        });
        Multitudes.of(member -> "{" + member + "}")
                .forEach((what, body) -> requests.put("a comparison " + what, request("/v1/comparisons", body)));
        return requests;
    }

    private static byte[] request(String address, String body) {
        return Http.request("POST", address, Http.JSON, Http.utf8(body));
    }
}
