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
        if (decider.decide(facts, DAY).pathways().isEmpty()) {
            throw new IllegalStateException("no pathway"); // reading the answer keeps it from being optimised away
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3;
    }

    /** Rounds of a length after a warm-up that is two rounds long. */
    static Times rounds(PackageDecider decider, Facts facts, int rounds, long millis) {
        round(decider, facts, 2 * millis);
        double[] means = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            means[i] = round(decider, facts, millis);
        }
        Arrays.sort(means);
        return new Times(means[rounds / 2], means[rounds - 1]);
    }

    private static double round(PackageDecider decider, Facts facts, long millis) {
        double sum = 0;
        int count = 0;
        while (sum < millis * 1e3) {
            sum += once(decider, facts);
            count++;
        }
        return sum / count;
    }
}
