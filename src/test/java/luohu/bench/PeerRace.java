package luohu.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;

/** Times Luohu and another engine in turn over the same applicants, so that what disturbs the machine meets both. */
final class PeerRace {

    private static final int WARM_UPS = 30;
    private static final double NANOS_PER_MICRO = 1_000;

    private final PackageDecider decider;
    private final List<Applicant> applicants;
    private final int rounds;
    private final long millis;
    private final List<Double> explained = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();

    /** An applicant and the day on which they are judged. */
    record Applicant(Facts facts, LocalDate date) {}

    /**
     * How long another engine takes: medians over the rounds.
     *
     * @param micros microseconds per decision
     * @param toExplained how many times what Luohu takes with reasons, in the same round
     * @param toBare how many times what Luohu takes without reasons, in the same round
     */
    record Times(double micros, double toExplained, double toBare) {}

    /** So many rounds against each engine, each of at least so many milliseconds. */
    PeerRace(PackageDecider decider, List<Applicant> applicants, int rounds, long millis) {
        this.decider = decider;
        this.applicants = applicants;
        this.rounds = rounds;
        this.millis = millis;
    }

    Times against(PeerProcess peer) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            if (explained.isEmpty()) {
                round(decider::decide);
                round(decider::verdicts);
            }
            peer.round(millis);
        }
        List<Double> micros = new ArrayList<>();
        List<Double> toExplained = new ArrayList<>();
        List<Double> toBare = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double with = round(decider::decide);
            double without = round(decider::verdicts);
            double other = peer.round(millis);
            explained.add(with);
            bare.add(without);
            micros.add(other);
            toExplained.add(other / with);
            toBare.add(other / without);
        }
        return new Times(median(micros), median(toExplained), median(toBare));
    }

    /** Microseconds that Luohu takes with reasons: the median over all rounds so far. */
    double explained() {
        return median(explained);
    }

    /** Microseconds that Luohu takes without reasons: the median over all rounds so far. */
    double bare() {
        return median(bare);
    }

    private double round(BiFunction<Facts, LocalDate, ?> decision) {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        long decisions = 0;
        do {
            for (Applicant applicant : applicants) {
                decision.apply(applicant.facts(), applicant.date());
            }
            decisions += applicants.size();
        } while (System.nanoTime() < end);
        return (System.nanoTime() - start) / NANOS_PER_MICRO / decisions;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
