package luohu.report;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import luohu.decision.RuleReason;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;

/**
 * What one scenario shows of each pathway and restriction.
 *
 * @param byCode what is shown, by the code of the pathway or restriction; empty when nothing was decided
 */
public record Showing(Map<String, Shown> byCode) {

    /** What a scenario can show of a pathway or restriction. */
    public enum Shown {
        /** It holds. */
        MATCHES,
        /** A fact is missing that would settle it. */
        OPEN,
        /** It fails by a single condition, all others of a rule being met. */
        FAILS_BY_ONE,
        /** It fails otherwise. */
        FAILS
    }

    /** Of a scenario for a day on which the package decides nothing. */
    static Showing nothing() {
        return new Showing(Map.of());
    }

    /** What the rules of a package made of a scenario. */
    static Showing of(Collection<RuleReason> reasons) {
        Map<String, Shown> byCode = new TreeMap<>();
        for (RuleReason reason : reasons) {
            Aspect aspect = reason.rule().target().aspect();
            if (aspect == Aspect.PATHWAY || aspect == Aspect.RESTRICTION) {
                byCode.merge(reason.rule().target().code(), shown(reason), Showing::stronger);
            }
        }
        return new Showing(byCode);
    }

    private static Shown shown(RuleReason reason) {
        if (reason.truth() == Truth.TRUE) {
            return Shown.MATCHES;
        } else if (reason.truth() == Truth.UNKNOWN) {
            return Shown.OPEN;
        }
        return reason.failsByOne() ? Shown.FAILS_BY_ONE : Shown.FAILS;
    }

    /** Of several rules of one pathway the one nearest to holding counts. */
    private static Shown stronger(Shown one, Shown other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
