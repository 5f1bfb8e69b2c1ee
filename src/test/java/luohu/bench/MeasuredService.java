package luohu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, on free ports of this machine, until it is closed. */
final class MeasuredService implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: http://127\\.0\\.0\\.1:([0-9]+).*Management interface listening on http://127\\.0\\.0\\.1:([0-9]+)");

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private MeasuredService(Process process, Path log) throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        for (int i = 0; i < 1_200 && process.isAlive(); i++) {
            Matcher found = LISTENING.matcher(log());
            if (found.find()) {
                this.port = Integer.parseInt(found.group(1));
                this.managementPort = Integer.parseInt(found.group(2));
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("the service did not start: " + log());
    }

    /** Starts it with options of the virtual machine and waits until it listens. */
    static MeasuredService start(Path log, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Files.createDirectories(log.getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new MeasuredService(process, log);
    }

    /** The port of the API. */
    int port() {
        return port;
    }

    /** The port of health and metrics. */
    int managementPort() {
        return managementPort;
    }

    /** The id of the process. */
    long pid() {
        return process.pid();
    }

    /** Everything it has said. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
