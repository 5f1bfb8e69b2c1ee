package luohu.testing;

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
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged service as a process of its own that answers, on ports of its own, until it is closed. Benchmarks use it as well,
 * which have no JUnit.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile(
            "Listening on: (https?)://[^:]+:([0-9]+).*Management interface listening on http://[^:]+:([0-9]+)");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path log;
    private final Matcher ports;

    private ServiceProcess(Process process, Path log) throws InterruptedException, IOException {
        this.process = process;
        this.log = log;
        await(
                "a service that listens",
                () -> !process.isAlive() || LISTENS.matcher(output()).find());
        ports = LISTENS.matcher(output());
        if (!ports.find()) {
            throw new AssertionError(output());
        }
    }

    /** Starts the service with options of the virtual machine and waits until it listens. */
    public static ServiceProcess start(Path log, String... options) throws IOException, InterruptedException {
        return start(PackagedService.APPLICATION, log, options);
    }

    /** Starts the service from a folder, with options of the virtual machine, and waits until it listens. */
    public static ServiceProcess start(Path application, Path log, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return new ServiceProcess(process, log);
        } catch (Error | RuntimeException | InterruptedException | IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Everything it has said so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** The port of the API. */
    public int port() {
        return Integer.parseInt(ports.group(2));
    }

    /** The port of the management interface. */
    public int managementPort() {
        return Integer.parseInt(ports.group(3));
    }

    /** The id of the process. */
    public long pid() {
        return process.pid();
    }

    /** The processor time it has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** An address of the API. */
    public URI api(String path) {
        return URI.create(ports.group(1) + "://localhost:" + port() + path);
    }

    /** An address of the management interface. */
    public URI management(String path) {
        return URI.create("http://localhost:" + managementPort() + path);
    }

    /** What it answers to a request with headers, which come as names and values in turn. */
    public static HttpResponse<String> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What it answers to a body in JSON. */
    public static HttpResponse<String> post(URI address, String body, String... headers)
            throws IOException, InterruptedException {
        return send(address, "application/json", body, headers);
    }

    /** What it answers to a body of a media type. */
    public static HttpResponse<String> send(URI address, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits for something that has to come. */
    public static void await(String what, BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Asks it to end, as an operator's SIGTERM does. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code, once it has ended. */
    public int awaitEnd() throws InterruptedException {
        await("the end of the service", () -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
