package luohu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import luohu.testing.PackagedService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service with a broken rule package")
class BrokenPackageIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("does not start, and says which line is wrong and how to mend it, without a stack trace")
    void does_not_start() throws IOException, InterruptedException {
        copyApplication();
        replaceInJar("rules/weihai/2021-10-21/1-town.drl", "tenure == \"OWNED\"", "tenure == \"OWNDE\"");
        PackagedService.Ended ended = PackagedService.start(folder, folder.resolve("log"));
        assertEquals(1, ended.exit(), ended.output());
        assertTrue(ended.output().contains("weihai/2021-10-21/1-town.drl:8: unknown-value"), ended.output());
        assertTrue(ended.output().contains("是否想写 \"OWNED\"？"), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    private void copyApplication() throws IOException {
        try (Stream<Path> files = Files.walk(PackagedService.APPLICATION)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(
                        PackagedService.APPLICATION.relativize(file).toString());
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
