package luohu.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes the spans that a service exports, as the bytes of OTLP, in which texts stand as they are. */
public final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    /** Starts on a port of its own. */
    public static TraceCollector start() throws IOException {
        TraceCollector collector =
                new TraceCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/traces", exchange -> {
            collector.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.server.start();
        return collector;
    }

    /** What has a service send its spans here, soon, as options of the virtual machine. */
    public List<String> options() {
        return List.of(
                "-Dluohu.tracing.enabled=true",
                "-Dotel.bsp.schedule.delay=100",
                "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:"
                        + server.getAddress().getPort());
    }

    /** Everything that came until something came. */
    public String sent(String last) throws InterruptedException {
        ServiceProcess.await("a span " + last, () -> sent().contains(last));
        return sent();
    }

    private synchronized String sent() {
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private synchronized void add(byte[] spans) {
        all.writeBytes(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
