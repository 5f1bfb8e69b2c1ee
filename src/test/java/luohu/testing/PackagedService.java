package luohu.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own. */
public final class PackagedService {

    /** Where the build puts it. */
    public static final Path APPLICATION = Path.of("target", "quarkus-app");

    private PackagedService() {}

    /**
     * How a start ended that should not succeed.
     *
     * @param exit the exit code
     * @param output everything it said
     */
    public record Ended(int exit, String output) {}

    /** Starts the service from a folder, with options of the virtual machine; it must end by itself. */
    public static Ended start(Path application, Path log, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        Process service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(service.waitFor(60, TimeUnit.SECONDS), "the service must end by itself");
            return new Ended(service.exitValue(), Files.readString(log));
        } finally {
            service.destroyForcibly();
        }
    }
}
