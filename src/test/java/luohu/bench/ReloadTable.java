package luohu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.testing.Folders;
import luohu.testing.ServiceProcess;

/**
 * Changes a package of a running service again and again while it answers a steady load, and looks at every answer: none may
 * fail, and each has to be the answer of one version, whole. Versions bear their number in the names of their rules, so that
 * an answer put together from two of them would show.
 */
public final class ReloadTable {

    private static final int CHANGES = 10;
    private static final int SECONDS_BETWEEN = 4;
    private static final int REQUESTS_A_SECOND = 250;

    private static final Pattern DIGEST = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]{64})\"");
    private static final Pattern VERSION = Pattern.compile("第 ([0-9]+) 版");

    private final Path root = Path.of("target", "reloads", "rules");
    private final List<PackageFiles> example;
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, String> bodies = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private ReloadTable(Path folder) {
        this.example = PackageFolders.under(folder);
    }

    /** Takes a rules folder with one package, and a request to it. */
    public static void main(String[] args) throws Exception {
        new ReloadTable(Path.of(args[0])).run(Files.readString(Path.of(args[1])));
    }

    private void run(String request) throws Exception {
        Folders.delete(root);
        write(0);
        try (ServiceProcess service = ServiceProcess.start(
                root.resolveSibling("log"), "-Dluohu.rules.directory=" + root, "-Dluohu.rules.reload-interval=500ms")) {
            load(service.api("/v1/evaluations"), request);
        }
    }

    private void load(URI address, String body) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<CompletableFuture<?>> open = new ArrayList<>();
        long begun = System.nanoTime();
        int total = (CHANGES + 1) * SECONDS_BETWEEN * REQUESTS_A_SECOND;
        for (int i = 0; i < total; i++) {
            int changes = i / (SECONDS_BETWEEN * REQUESTS_A_SECOND);
            if (changes > 0 && i % (SECONDS_BETWEEN * REQUESTS_A_SECOND) == 0) {
                write(changes);
            }
            long due = begun + TimeUnit.SECONDS.toNanos(i) / REQUESTS_A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long sent = System.nanoTime();
            open.add(client.sendAsync(request, BodyHandlers.ofString()).handle((response, error) -> {
                if (changes > 0) { // before, the service warms up
                    nanos.add(System.nanoTime() - sent);
                }
                look(response, error);
                return null;
            }));
        }
        open.forEach(CompletableFuture::join);
        print(total, (System.nanoTime() - begun) / 1e9);
    }

    /** One answer: it must be there, be of a version that was written, and name no other version. */
    private void look(HttpResponse<String> response, Throwable error) {
        if (error != null || response.statusCode() != 200) {
            failures.add(error == null ? "status " + response.statusCode() : error.toString());
            return;
        }
        Matcher digest = DIGEST.matcher(response.body());
        Integer version = digest.find() ? versions.get(digest.group(1)) : null;
        if (version == null) {
            failures.add("an answer of no version that was written");
            return;
        }
        Matcher named = VERSION.matcher(response.body());
        while (named.find()) {
            if (Integer.parseInt(named.group(1)) != version) {
                failures.add("an answer of version " + version + " that names version " + named.group(1));
            }
        }
        String first = bodies.putIfAbsent(version, response.body());
        if (first != null && !first.equals(response.body())) {
            failures.add("two answers of version " + version);
        }
        answers.computeIfAbsent(version, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Writes the example with a number in the names of its rules. */
    private void write(int version) throws IOException {
        for (PackageFiles files : example) {
            TreeMap<String, String> texts = new TreeMap<>(files.texts());
            texts.replaceAll((name, text) ->
                    name.endsWith(".drl") ? text.replaceAll("(?m)^rule \"", "rule \"第 " + version + " 版 ") : text);
            versions.put(new PackageFiles(files.folder(), texts).digest(), version);
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Path path = root.resolve(files.folder()).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    private void print(int total, double seconds) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%d requests in %.0f s (%.0f a second), %d changes; p50 %.1f ms, p99 %.1f ms; %d failures%n",
                total,
                seconds,
                total / seconds,
                CHANGES,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                failures.size());
        System.out.println("answers by version: " + new TreeMap<>(answers));
        failures.stream().limit(10).forEach(System.out::println);
        if (!failures.isEmpty() || answers.size() != CHANGES + 1) {
            throw new IllegalStateException("an answer failed, or a version was never seen");
        }
    }
}
