package luohu.report;

import java.util.Locale;
import luohu.scenarios.Coverage;

/**
 * The figures of one package.
 *
 * @param pathways how many pathways it has
 * @param restrictions how many restrictions
 * @param scenarios how many scenarios
 * @param failures how many of them fail
 * @param conditions how many conditions its rules have
 * @param shown how many truth values of conditions the scenarios have shown
 * @param toShow how many there are to show
 */
record Tally(int pathways, int restrictions, int scenarios, int failures, int conditions, int shown, int toShow) {

    static Tally of(ReportedPackage reported) {
        Coverage coverage = reported.test().coverage();
        return new Tally(
                reported.document().pathways().size(),
                reported.document().restrictions().size(),
                reported.test().results().size(),
                reported.test().failures().size(),
                coverage.entries().size(),
                coverage.shown(),
                coverage.total());
    }

    /** What has been shown, in percent, rounded down: 100 only when nothing is left. */
    public String percent() {
        double share = toShow == 0 ? 1000 : Math.floor(1000.0 * shown / toShow);
        return String.format(Locale.ROOT, "%.1f%%", share / 10);
    }

    public int passed() {
        return scenarios - failures;
    }

    public int unseen() {
        return toShow - shown;
    }
}
