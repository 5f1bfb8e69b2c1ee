package luohu.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luohu.testing.ServiceProcess;

/**
 * The lines of a batch over HTTP against the same requests sent one by one, on the same cores, as fast as the service takes them;
 * rounds of both alternate. The client shares the cores; how much of them it takes is printed, since at worst it is
 * what is measured.
 */
public final class BatchTable {

    private static final String EVALUATION = "/v1/evaluations";
    private static final int WARM_UP_SECONDS = 20;
    private static final int CALLERS = 16;

    private final int rounds;
    private final double seconds;

    /** What was measured of one way to ask. */
    private static final class Way {
        private final Side perSecond = new Side();
        private final Side service = new Side();
        private final Side client = new Side();
    }

    /** Asks for about so many seconds; gives the requests a second. */
    private interface Asking {
        double ask(double seconds) throws Exception;
    }

    private BatchTable(int rounds, double seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Takes the number of rounds and the seconds of each. */
    public static void main(String[] args) throws Exception {
        new BatchTable(Integer.parseInt(args[0]), Double.parseDouble(args[1])).run();
    }

    private void run() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(Path.of("target", "batch-ratio.log"), "-Xmx512m")) {
            List<byte[]> answers = new ArrayList<>();
            List<Exchange> exchanges = new ArrayList<>();
            for (String text : Examples.evaluations()) {
                byte[] answer = ServiceProcess.post(service.api(EVALUATION), text)
                        .body()
                        .getBytes(StandardCharsets.UTF_8);
                answers.add(answer);
                exchanges.add(Exchange.post(EVALUATION, text, answer));
            }
            Batch batch = new Batch(service.port(), Examples.lines(), answers);
            Way single = new Way();
            Way lines = new Way();
            Asking byOne = time -> single(service, exchanges, time);
            double[] rate = {batch.send(1)};
            Asking together = time -> {
                rate[0] = batch.send(Math.max(1, (int) (rate[0] * time / exchanges.size())));
                return rate[0];
            };
            byOne.ask(WARM_UP_SECONDS);
            for (int i = 0; i < WARM_UP_SECONDS; i++) {
                together.ask(1);
            }
            for (int round = 0; round < rounds; round++) {
                if (round % 2 == 0) {
                    measure(service, single, byOne);
                    measure(service, lines, together);
                } else {
                    measure(service, lines, together);
                    measure(service, single, byOne);
                }
            }
            print(single, lines);
        }
    }

    private static double single(ServiceProcess service, List<Exchange> exchanges, double time) throws Exception {
        try (Load load = new Load(service.port(), CALLERS, exchanges)) {
            Load.Result result = load.closed(time);
            if (result.failures() > 0) {
                throw new IllegalStateException(result.failures() + " answers that were not the right ones");
            }
            return result.perSecond();
        }
    }

    private void measure(ServiceProcess service, Way way, Asking asking) throws Exception {
        Duration serviceBefore = service.cpu();
        Duration clientBefore = ownCpu();
        long begun = System.nanoTime();
        way.perSecond.add(asking.ask(seconds));
        double nanos = System.nanoTime() - begun;
        way.service.add(service.cpu().minus(serviceBefore).toNanos() / nanos);
        way.client.add(ownCpu().minus(clientBefore).toNanos() / nanos);
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private void print(Way single, Way lines) {
        System.out.printf(
                Locale.ROOT,
                "%d cores, %d rounds of about %.0f s each; %d connections one by one%n%n",
                Runtime.getRuntime().availableProcessors(),
                rounds,
                seconds,
                CALLERS);
        System.out.println("| what | batch | one by one | ratio |");
        System.out.println("| --- | ---: | ---: | ---: |");
        Side.row("requests per second", "%.0f", lines.perSecond, single.perSecond);
        Side.row("cores the service takes", "%.2f", lines.service, single.service);
        Side.row("cores the client takes", "%.2f", lines.client, single.client);
    }
}
