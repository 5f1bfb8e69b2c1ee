package luohu.operation;

import static luohu.testing.ServiceProcess.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The packaged service with the heap of the container")
class ManyBodiesIT {

    private static final int CALLERS = 900;
    private static final String PIECE = "{\"id\":\"" + "x".repeat(255 * 1024);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/v1/evaluations, application/json", "/v1/evaluations/batch, application/x-ndjson"})
    @DisplayName("is not killed by many callers who all send a long body and do not end it")
    void survives(String path, String type) throws IOException, InterruptedException {
        byte[] begin = ("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(PIECE.length()) + "\r\n"
                        + PIECE
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Socket> callers = new ArrayList<>();
        try (ServiceProcess service =
                ServiceProcess.start(folder.resolve("log"), "-Xmx307m", "-XX:+ExitOnOutOfMemoryError")) {
            try {
                for (int i = 0; i < CALLERS; i++) {
                    Socket caller = new Socket("localhost", service.port());
                    callers.add(caller);
                    try {
                        caller.getOutputStream().write(begin);
                    } catch (SocketException e) {
                        continue; // one more than the service accepts
                    }
                }
            } finally {
                for (Socket caller : callers) {
                    caller.close();
                }
            }
            URI cities = service.api("/v1/cities");
            ServiceProcess.await("an answer", () -> answers(cities));
            assertEquals(200, get(cities).statusCode());
            assertFalse(service.output().contains("OutOfMemoryError"), service.output());
        }
    }

    private static boolean answers(URI address) {
        try {
            return get(address).statusCode() == 200;
        } catch (IOException e) {
            return false; // the connections of the others are not all closed yet
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
