package luohu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import luohu.testing.ServiceProcess;

/**
 * What the service holds at one time.
 *
 * @param heap bytes in use after a full collection
 * @param resident bytes of memory the process has
 * @param connections open connections to the API, and the one to the metrics
 * @param threads live threads
 * @param files open file descriptors
 * @param swaps changes of the rules directory that were taken up since the start
 */
record Vitals(long heap, long resident, long connections, long threads, long files, long swaps) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long KIB = 1024;

    /** Has the service collect its garbage, and looks. */
    static Vitals of(ServiceProcess service) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) { // what one collection only finds to be unused, the next one frees
            collect(service.pid());
        }
        String metrics = HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + service.managementPort() + "/q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return new Vitals(
                sum(metrics, "jvm_gc_live_data_size_bytes"),
                resident(service.pid()),
                sum(metrics, "http_server_connections_seconds_active_count"),
                sum(metrics, "jvm_threads_live_threads"),
                files(service.pid()),
                sum(metrics, "luohu_rules_reloads_total{result=\"taken\"}"));
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("jcmd ended with " + exit);
        }
    }

    private static long sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Of the file systems of processes that Linux has. */
    private static long resident(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                    .sum();
        }
    }

    private static long files(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.count();
        }
    }
}
