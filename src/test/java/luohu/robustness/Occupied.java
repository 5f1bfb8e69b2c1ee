package luohu.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import luohu.testing.ServiceProcess;

/**
 * What the service holds when nobody asks it anything.
 *
 * @param heap bytes in use after full collections
 * @param connections open ones, with the one over which this is asked
 */
record Occupied(long heap, long connections) {

    /** How much the heap may differ between two looks; caches and threads come and go. */
    static final long NOISE = 5L * 1024 * 1024;

    /** Waits until no connection is left but the one that asks, and looks. */
    static Occupied by(ServiceProcess service) throws IOException, InterruptedException {
        ServiceProcess.await("connections to be closed", () -> connections(service) <= 1);
        for (int i = 0; i < 3; i++) { // what one collection only finds to be unused, the next one frees
            collect(service.pid());
        }
        return new Occupied(sum(metrics(service), "jvm_memory_used_bytes{area=\"heap\""), connections(service));
    }

    private static long connections(ServiceProcess service) {
        return sum(metrics(service), "http_server_connections_seconds_active_count");
    }

    private static String metrics(ServiceProcess service) {
        try {
            return Exchange.send(service.managementPort(), Http.request("GET", "/q/metrics", ""))
                    .text();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(true, command.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, command.exitValue());
    }
}
