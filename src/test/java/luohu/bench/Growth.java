package luohu.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;

/**
 * Times explained evaluations, in processor time of the thread: an evaluation waits for nothing, and what else runs on the
 * machine stays out.
 */
final class Growth {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long WARM_UP_MILLIS = 500;
    private static final int BATCH = 10;

    static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    private Growth() {}

    /** Median and maximum of the means of some rounds, in microseconds. */
    record Times(double median, double max) {}

    /** A division of the city of a package. */
    static String division(PackageDecider decider) {
        return decider.policy().document().city().code().substring(0, 4) + "02";
    }

    /** One evaluation, in microseconds. */
    static double once(PackageDecider decider, Facts facts) {
        long start = THREADS.getCurrentThreadCpuTime();
        decide(decider, facts);
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3;
    }

    /** Evaluates for some time, so that everything is compiled; a busy machine takes long to. */
    static void warmUp(PackageDecider decider, Facts facts, long millis) {
        round(decider, facts, millis);
    }

    /** Rounds of a length after a warm-up. */
    static Times rounds(PackageDecider decider, Facts facts, int rounds, long millis) {
        round(decider, facts, WARM_UP_MILLIS);
        double[] means = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            means[i] = round(decider, facts, millis);
        }
        Arrays.sort(means);
        return new Times(means[rounds / 2], means[rounds - 1]);
    }

    /** The mean over some evaluations; the clock is read after every ten, since reading it takes time as well. */
    private static double round(PackageDecider decider, Facts facts, long millis) {
        long start = THREADS.getCurrentThreadCpuTime();
        long passed = 0;
        int count = 0;
        while (passed < millis * 1_000_000) {
            for (int i = 0; i < BATCH; i++) {
                decide(decider, facts);
            }
            count += BATCH;
            passed = THREADS.getCurrentThreadCpuTime() - start;
        }
        return passed / 1e3 / count;
    }

    private static void decide(PackageDecider decider, Facts facts) {
        if (decider.decide(facts, DAY).pathways().isEmpty()) {
            throw new IllegalStateException("no pathway"); // reading the answer keeps it from being optimised away
        }
    }
}
