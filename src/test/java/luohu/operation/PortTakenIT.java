package luohu.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import luohu.testing.PackagedService;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A service beside another on the same machine")
class PortTakenIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("says which port is taken and which setting changes it, without a stack trace")
    void ports_taken() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("log"), "-Dluohu.rules.bundled=false")) {
            String api = ended("-Dquarkus.http.port=" + service.port(), "-Dquarkus.management.port=0");
            assertTrue(api.contains("服务未启动。端口 " + service.port() + " 已被占用"), api);
            assertTrue(api.contains("quarkus.http.port"), api);
            assertFalse(api.contains("kill"), api);

            String management = ended("-Dquarkus.http.port=0", "-Dquarkus.management.port=" + service.managementPort());
            assertTrue(management.contains("服务未启动。管理端口 127.0.0.1:" + service.managementPort()), management);
            assertTrue(management.contains("quarkus.management.port"), management);
        }
    }

    private String ended(String... ports) throws Exception {
        PackagedService.Ended ended = PackagedService.start(
                PackagedService.APPLICATION,
                folder.resolve("second"),
                ports[0],
                ports[1],
                "-Dluohu.rules.bundled=false");
        assertEquals(1, ended.exit(), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
        return ended.output();
    }
}
