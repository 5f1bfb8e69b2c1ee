package luohu.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luohu.testing.InventedPackage;
import luohu.testing.PackagedService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service does not start, and says why without a stack trace,")
class BrokenDirectoryIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("with a rules directory in which a scenario fails")
    void with_a_failing_scenario() throws IOException, InterruptedException {
        InventedPackage.write(
                folder.resolve("rules"),
                InventedPackage.with(InventedPackage.version(1), "scenarios/resident.yaml", "URBAN", "RURAL"));
        assertRefused(
                "yunxi/2024-01-01/scenarios/resident.yaml:6: failing-scenario",
                "-Dluohu.rules.directory=" + folder.resolve("rules"));
    }

    @Test
    @DisplayName("with a rules directory that is not there")
    void without_the_directory() throws IOException, InterruptedException {
        assertRefused(".:1: unreadable", "-Dluohu.rules.directory=" + folder.resolve("gone"));
    }

    @Test
    @DisplayName("with unsigned packages where a key is configured")
    void with_unsigned_packages() throws IOException, InterruptedException {
        InventedPackage.write(folder.resolve("rules"), InventedPackage.version(1));
        Path key = Files.writeString(
                folder.resolve("public.pem"),
                """
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEAI4lihJ/12Gy1JdStvJU9wrjlxEu7DRTL4DCbe3k0Bi0=
                -----END PUBLIC KEY-----
                """);
        assertRefused(
                "yunxi/2024-01-01/package.sig:1: unsigned-package",
                "-Dluohu.rules.directory=" + folder.resolve("rules"),
                "-Dluohu.rules.public-key=" + key);
    }

    @Test
    @DisplayName("with a file of keys that is none")
    void with_an_unusable_key() throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("public.pem"), "");
        assertRefused("公钥文件 " + key + " 应为 PEM", "-Dluohu.rules.public-key=" + key);
    }

    private void assertRefused(String reason, String... options) throws IOException, InterruptedException {
        PackagedService.Ended ended =
                PackagedService.start(PackagedService.APPLICATION, folder.resolve("log"), options);
        assertEquals(1, ended.exit(), ended.output());
        assertTrue(ended.output().contains("服务未启动。"), ended.output());
        assertTrue(ended.output().contains(reason), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }
}
