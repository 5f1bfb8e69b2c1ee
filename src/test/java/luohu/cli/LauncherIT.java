package luohu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command ./luohu over the packaged jar")
class LauncherIT {

    @TempDir
    private Path folder;

    /** How a call ended, and everything it said. */
    private record Ended(int exit, String output) {}

    @Test
    @DisplayName("speaks Chinese whatever the locale, without colour where no terminal reads, and gives the exit code")
    void speaks_chinese() throws Exception {
        Ended tested = run("test", "铁岭");
        assertEquals(0, tested.exit(), tested.output());
        assertTrue(tested.output().contains("个情形，全部通过"), tested.output());
        assertFalse(tested.output().contains("\u001B["), tested.output());
        assertEquals(3, run("test", "无此城").exit());
        assertEquals(2, run("tset").exit());
    }

    @Test
    @DisplayName("starts no web server for a command that needs none, and logs nothing")
    void starts_no_server() throws Exception {
        Path file = folder.resolve("事实.yaml");
        Files.writeString(file, "city: 威海\neffectiveDate: 2024-05-01\n");
        Ended evaluated = run("evaluate", file.toString());
        assertEquals(0, evaluated.exit(), evaluated.output());
        assertFalse(evaluated.output().contains("Listening on"), evaluated.output());
        assertTrue(evaluated.output().startsWith("威海市  2024-05-01"), evaluated.output());
    }

    @Test
    @DisplayName("shows its help when nothing is asked, and the jar serves")
    void shows_help() throws Exception {
        Ended help = run();
        assertEquals(0, help.exit());
        assertTrue(help.output().contains("用法：luohu"), help.output());
    }

    private Ended run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("luohu").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "ends by itself");
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
