package luohu.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("While many long bodies are still being sent, the packaged service")
class LongBodiesIT {

    /** Its bound on long bodies, as the documents state it. */
    private static final int AT_ONCE = 64;

    /** Bodies arrive on many connections at once, so that one that comes later may have its turn before. */
    private static final int TRIES = 50;

    private static final int PATIENCE_MILLIS = 500;

    private static final String SHORT = "{\"city\":\"威海\",\"effectiveDate\":\"2024-05-01\"}";
    private static final String LONG = SHORT + " ".repeat(100 * 1024);

    @TempDir
    Path folder;

    @Test
    @DisplayName("answers short requests, and one more long one as soon as another is given up")
    void waits() throws IOException, InterruptedException {
        List<Socket> senders = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"))) {
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    Socket sender = new Socket("localhost", service.port());
                    senders.add(sender);
                    send(sender, LONG, LONG.length() / 2);
                }
                try (Socket waiting = unanswered(service)) {
                    assertEquals(
                            200,
                            ServiceProcess.post(service.api("/v1/evaluations"), SHORT)
                                    .statusCode());
                    assertFalse(isAnswered(waiting), "there is no room for it");
                    senders.get(0).close();
                    waiting.setSoTimeout(0);
                    assertTrue(isAnswered(waiting));
                }
            } finally {
                for (Socket sender : senders) {
                    sender.close();
                }
            }
        }
    }

    /** A connection whose long body waits. */
    private static Socket unanswered(ServiceProcess service) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Socket sender = new Socket("localhost", service.port());
            send(sender, LONG, LONG.length());
            if (!isAnswered(sender)) {
                return sender;
            }
            sender.close();
        }
        throw new AssertionError("every long body is answered, however many are being sent");
    }

    private static void send(Socket sender, String body, int characters) throws IOException {
        sender.setSoTimeout(PATIENCE_MILLIS);
        byte[] all = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + all.length + "\r\n\r\n";
        sender.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().write(body.substring(0, characters).getBytes(StandardCharsets.UTF_8));
        sender.getOutputStream().flush();
    }

    private static boolean isAnswered(Socket sender) throws IOException {
        try {
            byte[] begin = sender.getInputStream().readNBytes("HTTP/1.1 200".length());
            assertEquals("HTTP/1.1 200", new String(begin, StandardCharsets.US_ASCII));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
