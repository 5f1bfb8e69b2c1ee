package luohu.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A batch at the packaged service that closes idle connections after a second")
class BatchIdleIT {

    private static final String GOOD = "{\"city\":\"威海\",\"effectiveDate\":\"2024-05-01\"}\n";
    private static final String IDLE = "-Dquarkus.http.idle-timeout=1s";
    private static final int LONGER = 2_500;

    @TempDir
    Path folder;

    @Test
    @DisplayName("outlives pauses of who produces lines; between batches its connection is closed as any other")
    void pauses_in_writing() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), IDLE);
                BatchConnection connection = new BatchConnection(service.port())) {
            for (int batch = 0; batch < 2; batch++) {
                connection.begin();
                for (int line = 0; line < 2; line++) {
                    Thread.sleep(LONGER);
                    connection.send(GOOD);
                    assertTrue(connection.line().contains("\"package\""));
                }
                connection.end();
                assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":2,"));
                assertNull(connection.line());
            }
            assertTrue(connection.isClosed());
        }
    }

    @Test
    @DisplayName("outlives pauses of who reads answers")
    void pauses_in_reading() throws IOException, InterruptedException {
        int lines = 1_500; // more than the buffers of both ends hold
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), IDLE);
                BatchConnection connection = new BatchConnection(service.port())) {
            connection.begin();
            connection.send(GOOD.repeat(lines));
            connection.end();
            String first = connection.line();
            for (int i = 1; i < lines; i++) {
                if (i % 500 == 0) {
                    Thread.sleep(LONGER);
                }
                assertEquals(first, connection.line());
            }
            assertTrue(connection.line().startsWith("{\"summary\":{\"lines\":" + lines + ","));
            assertNull(connection.line());
        }
    }

    @Test
    @DisplayName("is cut off, without a summary, when nothing comes or goes for as long as was set for batches")
    void idle_for_too_long() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.batch.idle-timeout=1s");
                BatchConnection connection = new BatchConnection(service.port())) {
            connection.begin();
            connection.send(GOOD);
            assertTrue(connection.line().contains("\"package\""));
            assertTrue(connection.isClosed());
        }
    }
}
