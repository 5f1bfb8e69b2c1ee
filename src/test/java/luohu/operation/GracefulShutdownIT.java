package luohu.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service, told to stop,")
class GracefulShutdownIT {

    private static final int CALLERS = 3;
    private static final int SLOW = 20;
    private static final int TERMINATED = 128 + 15;

    private static final String FACTS =
            """
            {"city": "371000", "effectiveDate": "2024-05-01",
             "homes": [{"tenure": "LEASED", "occupantIds": ["SELF"], "divisionCode": "371002", "areaType": "URBAN"}]}""";

    private static final String LINE = FACTS.replace('\n', ' ') + "\n";

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "is no longer ready, yet answers every request that still comes, and ends once those in flight, a batch among them, have their answers")
    void stops_in_order() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"), "-Dquarkus.shutdown.delay=5s", "-Dquarkus.shutdown.timeout=90s")) {
            assertEquals(
                    200,
                    ServiceProcess.get(service.management("/q/health/ready")).statusCode());
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(caller(service, done)));
            }
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                slow.add(begin(service.port()));
            }
            Socket batch = beginBatch(service.port());

            service.terminate();
            await(() ->
                    ServiceProcess.get(service.management("/q/health/ready")).statusCode() == 503);
            assertEquals(
                    200,
                    ServiceProcess.get(service.management("/q/health/live")).statusCode());
            assertEquals(200, evaluate(service));

            await(() -> lastOfItsConnection(service)); // the delay is over
            done.set(true);
            for (Future<Integer> call : calls) {
                assertTrue(call.get() > 0);
            }
            for (Socket socket : slow) {
                String answer = finish(socket);
                assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
                assertTrue(answer.contains("\"matched\":[\"rented-home\"]"), answer);
            }
            String answers = finishBatch(batch);
            assertTrue(answers.contains("{\"summary\":{\"lines\":2,\"answered\":2,"), answers);
            assertEquals(TERMINATED, service.awaitEnd());
            assertFalse(service.output().contains("internal-error"), service.output());
        } finally {
            done.set(true);
            callers.shutdown();
        }
    }

    /** Asks until told to stop; every request must succeed. Gives their number. */
    private static Callable<Integer> caller(ServiceProcess service, AtomicBoolean done) {
        return () -> {
            int answers = 0;
            while (!done.get()) {
                assertEquals(200, evaluate(service));
                answers++;
            }
            return answers;
        };
    }

    private static int evaluate(ServiceProcess service) throws IOException, InterruptedException {
        return ServiceProcess.post(service.api("/v1/evaluations"), FACTS).statusCode();
    }

    /** Whether an answer, good as ever, asks to close the connection. */
    private static boolean lastOfItsConnection(ServiceProcess service) throws IOException, InterruptedException {
        HttpResponse<String> answer = ServiceProcess.post(service.api("/v1/evaluations"), FACTS);
        assertEquals(200, answer.statusCode());
        return answer.headers().allValues("connection").contains("close");
    }

    /** Sends a request but for its last byte. */
    private static Socket begin(int port) throws IOException {
        byte[] facts = FACTS.getBytes(StandardCharsets.UTF_8);
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(("POST /v1/evaluations HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                + "Content-Type: application/json\r\nContent-Length: " + facts.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(facts, 0, facts.length - 1);
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends the last byte and gives the answer. */
    private static String finish(Socket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write('}');
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends the first line of a batch and waits for its answer. */
    private static Socket beginBatch(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("POST /v1/evaluations/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                + "Content-Type: application/x-ndjson\r\nContent-Length: " + 2 * LINE.length()
                                + "\r\n\r\n"
                                + LINE)
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().contains("\"matched\":[\"rented-home\"]")) {
            int letter = socket.getInputStream().read();
            assertTrue(letter >= 0, answer.toString());
            answer.append((char) letter);
        }
        return socket;
    }

    /** Sends the second line and gives what is still to be read: the rest of the first answer, the other, the summary. */
    private static String finishBatch(Socket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write(LINE.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void await(Callable<Boolean> reached) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.call()) {
            assertTrue(Instant.now().isBefore(end));
            Thread.sleep(20);
        }
    }
}
