package luohu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import luohu.bench.Caller.Answered;
import luohu.bench.Mix.Asked;
import luohu.testing.ServiceProcess;
import org.jboss.logmanager.LogContext;

/**
 * A mixed load on the packaged service at 70 % of what it can take, while a package changes every minute. First measures how much of
 * this mix it can take, with a few connections that ask again as soon as they are answered; then sends at fixed times, whatever
 * becomes of the requests before, and counts times from when a request was due.
 */
public final class MixedLoad {

    private static final int CALLERS = 8;
    private static final int WARM_UP_SECONDS = 30;
    private static final int CAPACITY_SECONDS = 30;
    private static final double SHARE_OF_CAPACITY = 0.7;
    private static final int PARTS = 5;
    private static final Path FOLDER = Path.of("target", "mixed-load");

    private final RuleVersions rules = new RuleVersions(FOLDER.resolve("rules"), "weihai/2021-10-21");
    private final Mix mix = new Mix();
    private final Watched watched = new Watched(RuleVersions.COUNT);
    private final List<String> vitals = new ArrayList<>();

    private MixedLoad() throws IOException {}

    /** Takes the number of minutes, 30 unless given. */
    public static void main(String[] args) throws Exception {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        new MixedLoad().run(args.length == 0 ? 30 : Integer.parseInt(args[0]));
    }

    private void run(int minutes) throws Exception {
        rules.clear();
        rules.write(0);
        try (ServiceProcess service = ServiceProcess.start(
                        FOLDER.resolve("log"),
                        "-Xmx512m",
                        "-Dluohu.rules.directory=" + FOLDER.resolve("rules"),
                        "-Dluohu.rules.reload-interval=1s");
                Caller caller = new Caller(service.port())) {
            learn(caller);
            closed(caller, WARM_UP_SECONDS);
            double capacity = closed(caller, CAPACITY_SECONDS);
            double rate = capacity * SHARE_OF_CAPACITY;
            System.out.printf(
                    Locale.ROOT,
                    "capacity %.0f requests a second; load %.0f a second for %d minutes, a swap a minute; %d of %d requests change%n%n",
                    capacity,
                    rate,
                    minutes,
                    watched.changing(),
                    mix.all().size());
            watched.restart();
            long before = vitals("start", service).swaps();
            open(caller, service, rate, minutes);
            long swaps = vitals("end", service).swaps() - before;
            watched.print();
            System.out.println(
                    "\n| at | heap after full collection, KiB | resident, MiB | connections | threads | files |");
            System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
            vitals.forEach(System.out::println);
            System.out.println(swaps + " swaps taken up");
            boolean quiet =
                    !service.output().contains(" ERROR ") && !service.output().contains(" WARN ");
            if (watched.failed() > 0 || swaps != minutes || !watched.sawAll() || !quiet) {
                throw new IllegalStateException(
                        "a request failed, a swap was not taken up, or the log says more: " + FOLDER);
            }
        }
    }

    /** What each version answers to each request. Ends with the first one in use. */
    private void learn(Caller caller) throws Exception {
        for (int version : new int[] {0, 1, 0}) {
            String digest = rules.write(version);
            while (!packages(caller).contains(digest)) {
                Thread.sleep(200);
            }
            for (Asked asked : mix.all()) {
                Answered answered = caller.ask(asked);
                if (!answered.equals(caller.ask(asked))) {
                    throw new IllegalStateException("two answers to one request: " + asked.target());
                }
                watched.expect(version, asked, answered);
            }
        }
    }

    private String packages(Caller caller) throws Exception {
        Asked packages = mix.all().stream()
                .filter(each -> each.target().equals("/v1/packages"))
                .findFirst()
                .orElseThrow();
        return caller.ask(packages).body().toString(StandardCharsets.UTF_8);
    }

    /** Asks again as soon as there is an answer; gives the requests answered in a second. */
    private double closed(Caller caller, int seconds) throws InterruptedException {
        watched.restart();
        AtomicBoolean over = new AtomicBoolean();
        Semaphore ended = new Semaphore(0);
        long begun = System.nanoTime();
        for (int i = 0; i < CALLERS; i++) {
            caller.run(() -> again(caller, over, ended));
        }
        TimeUnit.SECONDS.sleep(seconds);
        over.set(true);
        ended.acquire(CALLERS);
        return watched.count() / ((System.nanoTime() - begun) / 1e9);
    }

    private void again(Caller caller, AtomicBoolean over, Semaphore ended) {
        if (over.get()) {
            ended.release();
            return;
        }
        Asked asked = mix.next();
        long sent = System.nanoTime();
        caller.send(asked).onComplete(answer -> {
            watched.look(asked, answer.result(), answer.cause(), System.nanoTime() - sent);
            again(caller, over, ended);
        });
    }

    /** Sends at fixed times, changes the rules in the middle of each minute, and looks at the service after each fifth. */
    private void open(Caller caller, ServiceProcess service, double rate, int minutes) throws Exception {
        AtomicInteger unanswered = new AtomicInteger();
        Thread sideline = new Thread(() -> sideline(service, minutes));
        sideline.start();
        long total = Math.round(rate * TimeUnit.MINUTES.toSeconds(minutes));
        long begun = System.nanoTime();
        for (long i = 0; i < total; i++) {
            long due = begun + Math.round(i / rate * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            unanswered.incrementAndGet();
            caller.run(() -> {
                Asked asked = mix.next();
                caller.send(asked).onComplete(answer -> {
                    watched.look(asked, answer.result(), answer.cause(), System.nanoTime() - due);
                    unanswered.decrementAndGet();
                });
            });
        }
        sideline.join();
        while (unanswered.get() > 0) {
            Thread.sleep(50);
        }
    }

    private void sideline(ServiceProcess service, int minutes) {
        long begun = System.nanoTime();
        int part = 1;
        int swap = 0;
        try {
            while (part < PARTS || swap < minutes) {
                double passed = (System.nanoTime() - begun) / 60e9;
                if (swap < minutes && passed > swap + 0.5) {
                    swap++;
                    rules.write(swap % RuleVersions.COUNT);
                }
                if (part < PARTS && passed > part * (double) minutes / PARTS) {
                    vitals(String.format(Locale.ROOT, "%.1f min", passed), service);
                    part++;
                }
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Vitals vitals(String when, ServiceProcess service) throws IOException, InterruptedException {
        Vitals now = Vitals.of(service);
        vitals.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |",
                when,
                now.heap() / 1024,
                now.resident() / 1024 / 1024,
                now.connections(),
                now.threads(),
                now.files()));
        return now;
    }
}
