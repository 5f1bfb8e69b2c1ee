package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The audit log of the packaged service")
class BatchAuditIT {

    private static final String LINE = "{\"city\":\"weihai\",\"effectiveDate\":\"2024-05-01\"}\n";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    @DisplayName("has an entry for a batch whose caller goes away in the middle, beside those for its lines")
    void goes_away() throws IOException, InterruptedException {
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.audit.file=" + audit)) {
            goAwayAfterOneAnswer(service.port());
            ServiceProcess.await("both entries", () -> entries(audit).size() == 2);
            JsonNode batch = json.readTree(entries(audit).get(1));
            assertEquals("POST /v1/evaluations/batch", batch.get("operation").asText());
            assertEquals(0, batch.get("status").asInt());
            assertFalse(batch.has("line"), batch.toString());
        }
    }

    @Test
    @DisplayName("has an entry for a batch that the end of the service cuts off, beside those for its lines")
    void cut_off() throws IOException, InterruptedException {
        Path audit = folder.resolve("audit.log");
        try (Socket caller = new Socket()) {
            try (ServiceProcess service = ServiceProcess.start(
                    folder.resolve("log"), "-Dluohu.audit.file=" + audit, "-Dquarkus.shutdown.timeout=1s")) {
                caller.connect(new InetSocketAddress("localhost", service.port()));
                oneAnswer(caller);
            }
            ServiceProcess.await("both entries", () -> entries(audit).size() == 2);
            JsonNode batch = json.readTree(entries(audit).get(1));
            assertEquals(0, batch.get("status").asInt());
            assertFalse(batch.has("line"), batch.toString());
        }
    }

    private static void goAwayAfterOneAnswer(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            oneAnswer(socket);
            socket.setSoLinger(true, 0);
        }
    }

    private static void oneAnswer(Socket socket) throws IOException {
        String head = "POST /v1/evaluations/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LINE.length()) + "\r\n" + LINE + "\r\n";
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().contains("\"notices\"")) {
            answer.append((char) socket.getInputStream().read());
        }
    }

    private static List<String> entries(Path audit) {
        try {
            return Files.readAllLines(audit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
