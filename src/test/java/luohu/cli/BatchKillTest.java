package luohu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luohu.testing.Requests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command batch, killed")
class BatchKillTest {

    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("and started again, again and again, gives the bytes of a run that nobody disturbed")
    void resumed() throws IOException, InterruptedException {
        Path in = folder.resolve("in.ndjson");
        Files.writeString(in, String.join("\n", Requests.drawn(2_500)) + "\n{\"city\":\"没有的城市\"}");
        Path undisturbed = folder.resolve("undisturbed.ndjson");
        Process whole = start(in, undisturbed);
        whole.waitFor();
        assertEquals(ExitCode.FOUND, whole.exitValue());
        Path out = folder.resolve("out.ndjson");
        Path journal = folder.resolve("out.ndjson.journal");
        long reached = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(in, out);
            while (process.isAlive() && lines(journal) <= reached) {
                Thread.sleep(5);
            }
            process.destroyForcibly().waitFor();
            assertFalse(Files.exists(out), "killed too late");
            reached = lines(journal);
            assertTrue(reached > 0);
        }
        assertEquals(ExitCode.FOUND, start(in, out).waitFor());
        assertEquals(-1, Files.mismatch(undisturbed, out));
    }

    private static long lines(Path journal) throws IOException {
        return Files.exists(journal)
                ? new ObjectMapper()
                        .readTree(Files.readAllBytes(journal))
                        .at("/position/lines")
                        .asLong()
                : 0;
    }

    private static Process start(Path in, Path out) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "luohu.Luohu",
                        "batch",
                        in.toString(),
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
