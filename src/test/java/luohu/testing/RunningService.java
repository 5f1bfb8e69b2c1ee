package luohu.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own that serves until it is told to stop. */
public final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern API = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern MANAGEMENT =
            Pattern.compile("Management interface listening on http://127\\.0\\.0\\.1:([0-9]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;

    private RunningService(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with options of the virtual machine, on free ports of this machine, and waits until it listens. */
    public static RunningService start(Path log, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Dquarkus.http.port=0");
        command.add("-Dquarkus.management.port=0");
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar", PackagedService.APPLICATION.resolve("quarkus-run.jar").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunningService service = new RunningService(process, log);
        try {
            service.awaitLog(text -> API.matcher(text).find());
            return service;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            service.close();
            throw e;
        }
    }

    /** Everything it has said. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until what it has said satisfies a condition. */
    public void awaitLog(Predicate<String> condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.test(log())) {
            assertTrue(process.isAlive() && Instant.now().isBefore(end), log());
            Thread.sleep(50);
        }
    }

    /** The port of the API. */
    public int port() throws IOException {
        return port(API);
    }

    /** The answer of the API to a GET. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(port(), HttpRequest.newBuilder(), path);
    }

    /** The answer to a JSON document. */
    public HttpResponse<String> post(String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(port(), headers.length == 0 ? request : request.headers(headers), path);
    }

    /** The answer of the probes, which have a port of their own where the application says so. */
    public HttpResponse<String> health(String probe) throws IOException, InterruptedException {
        Matcher own = MANAGEMENT.matcher(log());
        int port = own.find() ? Integer.parseInt(own.group(1)) : port();
        return send(port, HttpRequest.newBuilder(), "/q/health/" + probe);
    }

    /** Asks it to end, as an operator's SIGTERM does. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code, once it has ended by itself. */
    public int awaitEnd() throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), log());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private HttpResponse<String> send(int port, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        return client.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int port(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(log());
        assertTrue(matcher.find(), log());
        return Integer.parseInt(matcher.group(1));
    }
}
