package luohu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luohu.bench.Load.Result;
import luohu.testing.ServiceProcess;

/**
 * Evaluations over HTTP against a floor: an endpoint of the same server behind the same edge that reads the same requests and answers
 * with the same bytes, made beforehand. Rounds of both alternate: first as much as the service takes, then both at the same
 * rate, 70 % of the lower capacity.
 */
public final class HttpTable {

    private static final Path APPLICATION = Path.of("target", "floor", "quarkus-app");
    private static final String EVALUATION = "/v1/evaluations";
    private static final String FLOOR = "/v1/floor";
    private static final int WARM_UP_SECONDS = 20;
    private static final int CALLERS = 16;
    private static final int CONNECTIONS = 64;
    private static final double SHARE_OF_CAPACITY = 0.7;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double MICROS_PER_MILLI = 1_000;

    private final int rounds;
    private final double seconds;

    /** What was measured of one endpoint. */
    private static final class Endpoint {
        private final List<Exchange> exchanges;
        private final Side perSecond = new Side();
        private final Side cpu = new Side();
        private final Side p50 = new Side();
        private final Side p99 = new Side();
        private int failures;

        Endpoint(List<Exchange> exchanges) {
            this.exchanges = exchanges;
        }
    }

    private HttpTable(int rounds, double seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Takes the number of rounds and the seconds of each. */
    public static void main(String[] args) throws Exception {
        new HttpTable(Integer.parseInt(args[0]), Double.parseDouble(args[1])).run();
    }

    private void run() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.start(APPLICATION, Path.of("target", "floor", "http.log"), "-Xmx512m")) {
            List<byte[]> answers = answers(service);
            List<Endpoint> both =
                    List.of(new Endpoint(exchanges(EVALUATION, answers)), new Endpoint(exchanges(FLOOR, answers)));
            for (Endpoint each : both) {
                warmUp(service, each);
            }
            for (int round = 0; round < rounds; round++) {
                for (Endpoint each : turn(both, round)) {
                    closed(service, each);
                }
            }
            double rate = SHARE_OF_CAPACITY
                    * Math.min(
                            both.get(0).perSecond.median(),
                            both.get(1).perSecond.median());
            for (int round = 0; round < rounds; round++) {
                for (Endpoint each : turn(both, round)) {
                    open(service, each, rate);
                }
            }
            print(both.get(0), both.get(1), rate);
        }
    }

    private static void warmUp(ServiceProcess service, Endpoint endpoint) throws IOException {
        try (Load load = new Load(service.port(), CALLERS, endpoint.exchanges)) {
            load.closed(WARM_UP_SECONDS);
        }
    }

    private void closed(ServiceProcess service, Endpoint endpoint) throws IOException {
        try (Load load = new Load(service.port(), CALLERS, endpoint.exchanges)) {
            long cpu = service.cpu().toNanos();
            Result result = load.closed(seconds);
            endpoint.cpu.add((service.cpu().toNanos() - cpu)
                    / NANOS_PER_MICRO
                    / result.micros().getTotalCount());
            endpoint.perSecond.add(result.perSecond());
            endpoint.failures += result.failures();
        }
    }

    private void open(ServiceProcess service, Endpoint endpoint, double rate) throws IOException {
        try (Load load = new Load(service.port(), CONNECTIONS, endpoint.exchanges)) {
            Result result = load.open(rate, seconds);
            endpoint.p50.add(result.micros().getValueAtPercentile(50) / MICROS_PER_MILLI);
            endpoint.p99.add(result.micros().getValueAtPercentile(99) / MICROS_PER_MILLI);
            endpoint.failures += result.failures();
        }
    }

    /** Who comes first changes from round to round. */
    private static List<Endpoint> turn(List<Endpoint> both, int round) {
        return round % 2 == 0 ? both : List.of(both.get(1), both.get(0));
    }

    private static List<byte[]> answers(ServiceProcess service) throws Exception {
        List<byte[]> answers = new ArrayList<>();
        for (String text : Examples.evaluations()) {
            String evaluation =
                    ServiceProcess.post(service.api(EVALUATION), text).body();
            if (!evaluation.equals(ServiceProcess.post(service.api(FLOOR), text).body())) {
                throw new IllegalStateException("the floor answers something else: " + evaluation);
            }
            answers.add(evaluation.getBytes(StandardCharsets.UTF_8));
        }
        return answers;
    }

    private static List<Exchange> exchanges(String target, List<byte[]> answers) throws IOException {
        List<String> texts = Examples.evaluations();
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            exchanges.add(Exchange.post(target, texts.get(i), answers.get(i)));
        }
        return exchanges;
    }

    private void print(Endpoint evaluation, Endpoint floor, double rate) {
        System.out.printf(
                Locale.ROOT,
                "%d cores, %d rounds of %.0f s each; %d connections for capacity%n%n",
                Runtime.getRuntime().availableProcessors(),
                rounds,
                seconds,
                CALLERS);
        System.out.println("| what | evaluation | floor | ratio |");
        System.out.println("| --- | ---: | ---: | ---: |");
        Side.row("requests per second", "%.0f", evaluation.perSecond, floor.perSecond);
        Side.row("processor time of the service for a request, µs", "%.1f", evaluation.cpu, floor.cpu);
        Side.row(
                String.format(Locale.ROOT, "p50 at %.0f requests per second, ms", rate),
                "%.2f",
                evaluation.p50,
                floor.p50);
        Side.row(
                String.format(Locale.ROOT, "p99 at %.0f requests per second, ms", rate),
                "%.2f",
                evaluation.p99,
                floor.p99);
        System.out.printf("| failures | %d | %d | |%n", evaluation.failures, floor.failures);
        if (evaluation.failures + floor.failures > 0) {
            throw new IllegalStateException("answers that were not the right ones");
        }
    }
}
