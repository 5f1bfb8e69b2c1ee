package luohu.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luohu.bench.Load.Result;
import luohu.testing.Folders;
import luohu.testing.PackagedService;
import luohu.testing.ServiceProcess;
import org.HdrHistogram.Histogram;

/**
 * The service with a thousand packages beside the service with the six that come with it: how fast it boots, what it holds, how long
 * the first request for a package takes and whether it delays others, and what it costs that requests are for other packages each
 * time.
 */
public final class ThousandTable {

    private static final Path FOLDER = Path.of("target", "thousand");
    private static final Path RULES = FOLDER.resolve("rules");
    private static final Path INDEX = FOLDER.resolve("index.json");

    /** As docs/运行手册.md advises for many packages. */
    private static final String[] OPTIONS = {"-Xmx512m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=10"};

    private static final int PACKAGES = MadeUpCities.CITIES * MadeUpCities.VERSIONS;
    private static final int COMPILED_AT_START = 32; // as LibraryComposition has it
    private static final int FEW = 256;
    private static final int MANY = 400;
    private static final int CONNECTIONS = 16;
    private static final double STEADY_PER_SECOND = 200;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int WARM_UP_SECONDS = 20;

    private final int rounds;
    private final double seconds;
    private final List<String> examples = Examples.evaluations();

    private ThousandTable(int rounds, double seconds) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Takes the number of rounds and the seconds of each. */
    public static void main(String[] args) throws Exception {
        new ThousandTable(Integer.parseInt(args[0]), Double.parseDouble(args[1])).run();
    }

    private void run() throws Exception {
        Folders.delete(FOLDER);
        new MadeUpCities().write(RULES, MadeUpCities.CITIES);
        long begun = System.nanoTime();
        index();
        System.out.printf(
                Locale.ROOT,
                "%d cores, %d rounds, of %.0f s each where a load is sent; %d packages, verified by ./luohu index in %d s%n%n",
                Runtime.getRuntime().availableProcessors(),
                rounds,
                seconds,
                PACKAGES,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        boot();
        firstRequests();
        manyPackages();
    }

    private static void index() throws IOException, InterruptedException {
        int exit = new ProcessBuilder("./luohu", "index", RULES.toString(), INDEX.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("./luohu index ended with " + exit);
        }
    }

    private void boot() throws IOException, InterruptedException {
        Side six = new Side();
        Side thousand = new Side();
        for (int round = 0; round <= rounds; round++) {
            double first = booted(round % 2 == 0);
            double second = booted(round % 2 != 0);
            if (round > 0) { // files are cached by then
                six.add(round % 2 == 0 ? second : first);
                thousand.add(round % 2 == 0 ? first : second);
            }
        }
        System.out.println("| boot to ready | ms | ratio |");
        System.out.println("| --- | ---: | ---: |");
        System.out.printf(Locale.ROOT, "| 6 packages | %.0f | |%n", six.median());
        System.out.printf(
                Locale.ROOT, "| %d packages | %.0f | %.2f |%n%n", PACKAGES, thousand.median(), thousand.ratio(six));
    }

    private static double booted(boolean thousand) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (ServiceProcess service = thousand
                ? thousand(FEW)
                : ServiceProcess.start(PackagedService.APPLICATION, FOLDER.resolve("six.log"), OPTIONS)) {
            while (ready(service) != 200) {
                Thread.sleep(5);
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static int ready(ServiceProcess service) throws IOException, InterruptedException {
        return ServiceProcess.get(service.management("/q/health/ready")).statusCode();
    }

    private static ServiceProcess thousand(int compiled) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(OPTIONS));
        options.addAll(List.of(
                "-Dluohu.rules.bundled=false",
                "-Dluohu.rules.directory=" + RULES,
                "-Dluohu.rules.index=" + INDEX,
                "-Dluohu.rules.compiled=" + compiled,
                "-Dluohu.rules.reload-interval=30s"));
        return ServiceProcess.start(
                PackagedService.APPLICATION, FOLDER.resolve("thousand.log"), options.toArray(String[]::new));
    }

    /** First requests for one package after the other, beside a steady load on another package. */
    private void firstRequests() throws Exception {
        try (ServiceProcess service = thousand(FEW)) {
            Iterator<Integer> others = notCompiled();
            List<Exchange> steady = exchanges(service, 0);
            Histogram first = new Histogram(3);
            Side alone = new Side();
            Side beside = new Side();
            long longestAlone = 0;
            long longestBeside = 0;
            try (Load load = new Load(service.port(), CONNECTIONS, steady)) {
                load.closed(WARM_UP_SECONDS);
                for (int round = 0; round < rounds; round++) {
                    Result quiet = right(load.open(STEADY_PER_SECOND, seconds));
                    AtomicBoolean over = new AtomicBoolean();
                    Thread asking = new Thread(() -> ask(service, others, over, first));
                    asking.start();
                    Result busy = right(load.open(STEADY_PER_SECOND, seconds));
                    over.set(true);
                    asking.join();
                    alone.add(quiet.micros().getValueAtPercentile(99) / MICROS_PER_MILLI);
                    beside.add(busy.micros().getValueAtPercentile(99) / MICROS_PER_MILLI);
                    longestAlone = Math.max(longestAlone, quiet.micros().getMaxValue());
                    longestBeside = Math.max(longestBeside, busy.micros().getMaxValue());
                }
            }
            System.out.println("| requests | number | p50, ms | p99, ms | longest, ms |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            System.out.printf(
                    Locale.ROOT,
                    "| the first for a package | %d | %.1f | %.1f | %.1f |%n",
                    first.getTotalCount(),
                    first.getValueAtPercentile(50) / MICROS_PER_MILLI,
                    first.getValueAtPercentile(99) / MICROS_PER_MILLI,
                    first.getMaxValue() / MICROS_PER_MILLI);
            System.out.printf(
                    Locale.ROOT,
                    "| others, while there are none | | | %.1f | %.1f |%n",
                    alone.median(),
                    longestAlone / MICROS_PER_MILLI);
            System.out.printf(
                    Locale.ROOT,
                    "| others, meanwhile | | | %.1f | %.1f |%n%n",
                    beside.median(),
                    longestBeside / MICROS_PER_MILLI);
            print(FEW + " packages compiled at a time", Vitals.of(service));
        }
    }

    /** Packages that are not compiled when their turn comes: not those of the start, and each again only after all others. */
    private static Iterator<Integer> notCompiled() {
        List<Integer> others =
                IntStream.range(COMPILED_AT_START, PACKAGES).boxed().collect(ArrayList::new, List::add, List::addAll);
        Collections.shuffle(others, new Random(1));
        return Stream.generate(() -> others).flatMap(List::stream).iterator();
    }

    private void ask(ServiceProcess service, Iterator<Integer> others, AtomicBoolean over, Histogram times) {
        while (!over.get()) {
            int number = others.next();
            long begun = System.nanoTime();
            answer(service, number, number);
            times.recordValue((System.nanoTime() - begun) / 1_000);
        }
    }

    /** One package again and again against another one each time, as many as fit compiled into a heap of 256 MiB. */
    private void manyPackages() throws Exception {
        try (ServiceProcess service = thousand(MANY)) {
            List<Exchange> all = IntStream.range(0, MANY)
                    .mapToObj(number -> exchange(service, number, number))
                    .toList();
            print(MANY + " packages compiled at a time", Vitals.of(service));
            List<List<Exchange>> singles = IntStream.range(0, MadeUpCities.models())
                    .mapToObj(number -> exchanges(service, number))
                    .toList();
            List<Exchange> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(1));
            try (Load load = new Load(service.port(), CONNECTIONS, shuffled)) {
                load.closed(WARM_UP_SECONDS);
            }
            Side one = new Side();
            Side many = new Side();
            Side cpuOfOne = new Side();
            Side cpuOfMany = new Side();
            for (int round = 0; round < rounds; round++) {
                List<Exchange> single = singles.get(round % singles.size());
                if (round % 2 == 0) {
                    measure(service, single, one, cpuOfOne);
                    measure(service, shuffled, many, cpuOfMany);
                } else {
                    measure(service, shuffled, many, cpuOfMany);
                    measure(service, single, one, cpuOfOne);
                }
            }
            System.out.println("\n| what | another package each time | one package | ratio |");
            System.out.println("| --- | ---: | ---: | ---: |");
            Side.row("requests per second", "%.0f", many, one);
            Side.row("processor time of the service for a request, µs", "%.1f", cpuOfMany, cpuOfOne);
        }
    }

    private void measure(ServiceProcess service, List<Exchange> exchanges, Side perSecond, Side cpu)
            throws IOException {
        try (Load load = new Load(service.port(), CONNECTIONS, exchanges)) {
            long before = service.cpu().toNanos();
            Result result = right(load.closed(seconds));
            perSecond.add(result.perSecond());
            cpu.add((service.cpu().toNanos() - before)
                    / MICROS_PER_MILLI
                    / result.micros().getTotalCount());
        }
    }

    private static Result right(Result result) {
        if (result.failures() > 0) {
            throw new IllegalStateException(result.failures() + " answers that were not the right ones");
        }
        return result;
    }

    /** All examples, asked of one package. */
    private List<Exchange> exchanges(ServiceProcess service, int number) {
        return IntStream.range(0, examples.size())
                .mapToObj(example -> exchange(service, number, example))
                .toList();
    }

    private Exchange exchange(ServiceProcess service, int number, int example) {
        return Exchange.post("/v1/evaluations", request(number, example), answer(service, number, example));
    }

    private byte[] answer(ServiceProcess service, int number, int example) {
        try {
            HttpResponse<String> answer = ServiceProcess.post(service.api("/v1/evaluations"), request(number, example));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body().getBytes(StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the explorer's examples, asked of a package: as its city's, in its time, in its divisions. */
    private String request(int number, int example) {
        int city = number / MadeUpCities.VERSIONS;
        int version = number % MadeUpCities.VERSIONS;
        return examples.get(example % examples.size())
                .replaceFirst("\"city\": \"[^\"]*\"", "\"city\": \"" + MadeUpCities.pinyin(city) + "\"")
                .replaceFirst(
                        "\"effectiveDate\": \"[^\"]*\"", "\"effectiveDate\": \"" + MadeUpCities.day(version) + "\"")
                .replaceAll("(?m)^ *\"package(Id|Digest)\": [^\\n]*\\n", "")
                .replaceAll("\"(3710|3715|3704|3703|2112)(\\d\\d)\"", "\"" + MadeUpCities.division(city) + "$2\"");
    }

    private static void print(String what, Vitals vitals) {
        System.out.printf(
                Locale.ROOT,
                "heap after a full collection, %s: %d MiB; resident %d MiB%n",
                what,
                vitals.heap() >> 20,
                vitals.resident() >> 20);
    }
}
