package luohu.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import luohu.bench.Growth.Times;
import luohu.bench.WorstCase.Applicant;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.testing.Bundled;
import org.jboss.logmanager.LogContext;

/** How the time of one explained evaluation grows with rules and facts, and the longest that a request can make it. */
public final class GrowthTable {

    private static final int ROUNDS = 7;
    private static final long MILLIS = 200;
    private static final long WARM_UP_MILLIS = 10_000;
    private static final List<Integer> SIZES = List.of(1, 10, 100);

    private GrowthTable() {}

    /** Prints three tables. */
    public static void main(String[] args) {
        LogContext.getLogContext().getLogger("").setLevel(java.util.logging.Level.INFO);
        warmUp();
        rules();
        lists();
        worst();
    }

    private static void warmUp() {
        PackageDecider decider = ManyRules.of(50);
        LongLists lists = new LongLists(Growth.division(decider), new Random(1));
        Growth.warmUp(decider, lists.of(1, 1, 1), WARM_UP_MILLIS);
        Growth.warmUp(decider, lists.of(10, 10, 10), WARM_UP_MILLIS);
    }

    private static void rules() {
        System.out.println("| rules | µs | µs for each rule |\n| ---: | ---: | ---: |");
        for (int count : List.of(10, 50, 200)) {
            PackageDecider decider = ManyRules.of(count);
            Facts facts = new LongLists(Growth.division(decider), new Random(1)).of(1, 1, 1);
            Times times = Growth.rounds(decider, facts, ROUNDS, MILLIS);
            print("| %d | %.1f | %.2f |%n", count, times.median(), times.median() / count);
        }
    }

    private static void lists() {
        System.out.println("\n| package | items | relatives, µs | homes, µs | jobs, µs | all three, µs |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        Bundled.ids().forEach(id -> {
            PackageDecider decider = Bundled.decider(id);
            LongLists lists = new LongLists(Growth.division(decider), new Random(1));
            for (int size : SIZES) {
                print(
                        "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                        id,
                        size,
                        median(decider, lists.of(size, 1, 1)),
                        median(decider, lists.of(1, size, 1)),
                        median(decider, lists.of(1, 1, size)),
                        median(decider, lists.of(size, size, size)));
            }
        });
    }

    private static double median(PackageDecider decider, Facts facts) {
        return Growth.rounds(decider, facts, ROUNDS, MILLIS / 4).median();
    }

    private static void worst() {
        System.out.println("\n| package | worst applicant found | median, ms | slowest round, ms |");
        System.out.println("| --- | --- | ---: | ---: |");
        Bundled.ids().forEach(id -> {
            PackageDecider decider = Bundled.decider(id);
            Applicant worst = new WorstCase(decider).find();
            Times times = Growth.rounds(decider, worst.facts(), ROUNDS, MILLIS);
            print("| %s | %s | %.2f | %.2f |%n", id, worst.what(), times.median() / 1e3, times.max() / 1e3);
        });
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
