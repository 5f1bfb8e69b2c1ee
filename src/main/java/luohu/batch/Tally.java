package luohu.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.decision.Outcome;
import luohu.decision.PathwayAnswer;
import luohu.problems.ProblemKind;
import luohu.service.EvaluationAnswer;

/** Counts what becomes of lines. Grows with the packages and their pathways, not with the lines. For one thread at a time. */
final class Tally {

    private final SortedMap<String, Long> problems = new TreeMap<>();
    private final Counts applicants = new Counts();
    private final SortedMap<String, PackageCounts> packages = new TreeMap<>();

    /** The counts that a summary states, to go on from there. */
    static Tally of(Summary summary) {
        Tally tally = new Tally();
        tally.problems.putAll(summary.problems());
        tally.applicants.add(Counts.of(summary.applicants()));
        summary.packages().forEach(each -> {
            PackageCounts counts = new PackageCounts(each.digest());
            counts.answered = each.answered();
            each.pathways().forEach(one -> counts.pathways.put(one.code(), Counts.of(one.outcomes())));
            tally.packages.put(each.id(), counts);
        });
        return tally;
    }

    /** One more line that was answered. */
    void add(EvaluationAnswer answer) {
        PackageCounts counts = packages.computeIfAbsent(
                answer.policyPackage().id(),
                id -> new PackageCounts(answer.policyPackage().digest()));
        counts.answered++;
        for (PathwayAnswer pathway : answer.pathways()) {
            counts.of(pathway.code()).add(pathway.outcome());
        }
        applicants.add(
                !answer.matched().isEmpty()
                        ? Outcome.MATCHED
                        : !answer.undetermined().isEmpty() ? Outcome.UNDETERMINED : Outcome.NOT_MATCHED);
    }

    /** One more line that was not. */
    void add(ProblemKind kind) {
        problems.merge(kind.code(), 1L, Long::sum);
    }

    /** What became of other lines. */
    void add(Tally other) {
        other.problems.forEach((code, count) -> problems.merge(code, count, Long::sum));
        applicants.add(other.applicants);
        other.packages.forEach((id, more) -> {
            PackageCounts counts = packages.computeIfAbsent(id, key -> new PackageCounts(more.digest));
            counts.answered += more.answered;
            more.pathways.forEach((code, each) -> counts.of(code).add(each));
        });
    }

    /** What there is so far. */
    Summary summary() {
        long answered =
                packages.values().stream().mapToLong(each -> each.answered).sum();
        long refused = problems.values().stream().mapToLong(Long::longValue).sum();
        return new Summary(
                answered + refused,
                answered,
                refused,
                new TreeMap<>(problems),
                applicants.outcomes(),
                packages.entrySet().stream()
                        .map(each -> each.getValue().summary(each.getKey()))
                        .toList());
    }

    /** The lines that one package decided. */
    private static final class PackageCounts {

        private final String digest;
        private final Map<String, Counts> pathways = new LinkedHashMap<>();
        private long answered;

        PackageCounts(String digest) {
            this.digest = digest;
        }

        Counts of(String pathway) {
            return pathways.computeIfAbsent(pathway, key -> new Counts());
        }

        Summary.ByPackage summary(String id) {
            return new Summary.ByPackage(
                    id,
                    digest,
                    answered,
                    pathways.entrySet().stream()
                            .map(each -> new Summary.ByPathway(
                                    each.getKey(), each.getValue().outcomes()))
                            .toList());
        }
    }

    private static final class Counts {

        private final long[] times = new long[Outcome.values().length];

        static Counts of(Summary.Outcomes outcomes) {
            Counts counts = new Counts();
            counts.times[Outcome.MATCHED.ordinal()] = outcomes.matched();
            counts.times[Outcome.UNDETERMINED.ordinal()] = outcomes.undetermined();
            counts.times[Outcome.NOT_MATCHED.ordinal()] = outcomes.notMatched();
            return counts;
        }

        void add(Outcome outcome) {
            times[outcome.ordinal()]++;
        }

        void add(Counts other) {
            for (int i = 0; i < times.length; i++) {
                times[i] += other.times[i];
            }
        }

        Summary.Outcomes outcomes() {
            return new Summary.Outcomes(
                    times[Outcome.MATCHED.ordinal()],
                    times[Outcome.UNDETERMINED.ordinal()],
                    times[Outcome.NOT_MATCHED.ordinal()]);
        }
    }
}
