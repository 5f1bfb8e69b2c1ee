package luohu.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service under very many batches")
class ManyBatchesIT {

    private static final int CALLERS = 8;
    private static final int BATCHES = 4_000;

    /** A line that is answered at once, so that its answer comes at any moment of what the event loop does meanwhile. */
    private static final String LINE = "{\"city\": \"北京\"}\n";

    /** Packets enough for all threads, which are done at about the same time. */
    private static final int LINES = 2 * BatchRun.PACKET;

    @TempDir
    Path folder;

    @Test
    @DisplayName("answers each of them: none waits for something that has happened already")
    void answers_each() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.rules.bundled=false")) {
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            try {
                List<Callable<Integer>> tasks = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    tasks.add(() -> answered(service.port()));
                }
                for (Future<Integer> answered : callers.invokeAll(tasks)) {
                    assertEquals(BATCHES, answered.get());
                }
            } finally {
                callers.shutdownNow();
            }
        }
    }

    /** Sends one batch after the other over one connection; gives how many were answered to their end. */
    private static int answered(int port) throws IOException {
        String lines = LINE.repeat(LINES);
        byte[] request =
                ("POST /v1/evaluations/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                                + "Content-Length: " + lines.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                                + lines)
                        .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < BATCHES; i++) {
                socket.getOutputStream().write(request);
                assertEquals("HTTP/1.1 200 OK", line(in));
                while (!line(in).isEmpty()) {
                    continue;
                }
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                for (int left = Integer.parseInt(line(in), 16); left > 0; left = Integer.parseInt(line(in), 16)) {
                    text.write(in.readNBytes(left));
                    line(in);
                }
                line(in);
                assertEquals(
                        LINES + 1, text.toString(StandardCharsets.UTF_8).lines().count(), "its lines and the summary");
            }
            return BATCHES;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("the connection was closed");
            } else if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }
}
