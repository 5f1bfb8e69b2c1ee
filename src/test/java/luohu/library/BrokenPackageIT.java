package luohu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service with a broken rule package")
class BrokenPackageIT {

    private static final Path APPLICATION = Path.of("target", "quarkus-app");

    @TempDir
    Path folder;

    @Test
    @DisplayName("does not start, and says which line is wrong and how to mend it, without a stack trace")
    void does_not_start() throws IOException, InterruptedException {
        copyApplication();
        replaceInJar("rules/weihai/2021-10-21/1-town.drl", "tenure == \"OWNED\"", "tenure == \"OWNDE\"");
        Path log = folder.resolve("log");
        Process service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dquarkus.http.port=0",
                        "-jar",
                        folder.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(service.waitFor(60, TimeUnit.SECONDS), "the service must end by itself");
            String output = Files.readString(log);
            assertEquals(1, service.exitValue(), output);
            assertTrue(output.contains("weihai/2021-10-21/1-town.drl:8: unknown-value"), output);
            assertTrue(output.contains("是否想写 \"OWNED\"？"), output);
            assertFalse(output.contains("\tat "), output);
        } finally {
            service.destroyForcibly();
        }
    }

    private void copyApplication() throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATION)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(APPLICATION.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void replaceInJar(String name, String text, String replacement) throws IOException {
        Path jar;
        try (Stream<Path> jars = Files.list(folder.resolve("app"))) {
            jar = jars.findFirst().orElseThrow();
        }
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path rules = files.getPath(name);
            String before = Files.readString(rules);
            assertTrue(before.contains(text));
            Files.writeString(rules, before.replace(text, replacement));
        }
    }
}
