package luohu.changes;

import java.time.LocalDate;
import java.util.List;
import luohu.decision.Outcome;
import luohu.engine.Condition;
import luohu.packages.PathwayKind;
import luohu.service.PackageIdentity;

/**
 * What a change from one package to another means for one applicant.
 *
 * @param id the caller's own reference
 * @param effectiveDate the day decided for under both packages, whether or not they were in force on it
 * @param from the package before
 * @param to the package after
 * @param gained the codes of the pathways that are gained for certain
 * @param lost the codes of the pathways that are lost for certain
 * @param pathways every pathway of either package: in the order of {@code to}, then those it does not have
 * @param restrictions every restriction of either package that holds or is open before or after
 * @param notices what applies to the whole answer
 */
public record ApplicantChanges(
        String id,
        LocalDate effectiveDate,
        PackageIdentity from,
        PackageIdentity to,
        List<String> gained,
        List<String> lost,
        List<PathwayShift> pathways,
        List<RestrictionShift> restrictions,
        List<String> notices) {

    /** What becomes of a pathway. A pathway that a package does not have counts as not matched. */
    public enum Shift {
        /** Not matched before, matched after. */
        GAINED,
        /** Matched before, not matched after. */
        LOST,
        /** More facts decide whether it is gained; it cannot be lost. */
        MAY_GAIN,
        /** More facts decide whether it is lost; it cannot be gained. */
        MAY_LOSE,
        /** Undetermined before and after. */
        OPEN,
        /** The same before and after. */
        SAME;

        /** What becomes of a pathway with these outcomes; null for a pathway that a package does not have. */
        static Shift of(Outcome before, Outcome after) {
            boolean open = before == Outcome.UNDETERMINED;
            if (after == Outcome.MATCHED) {
                return before == Outcome.MATCHED ? SAME : open ? MAY_GAIN : GAINED;
            } else if (after == Outcome.UNDETERMINED) {
                return before == Outcome.MATCHED ? MAY_LOSE : open ? OPEN : MAY_GAIN;
            }
            return before == Outcome.MATCHED ? LOST : open ? MAY_LOSE : SAME;
        }
    }

    /**
     * What becomes of one pathway.
     *
     * @param before under {@code from}; null where it has no such pathway
     * @param after under {@code to}; null where it has no such pathway
     */
    public record PathwayShift(
            String code, PathwayKind kind, String title, Shift change, PathwayState before, PathwayState after) {}

    /**
     * One pathway under one package.
     *
     * @param deciding the conditions that bring the outcome about: of a pathway that is not matched those that fail, of an
     *     undetermined one those that are open, of a matched one all
     * @param missing of an undetermined pathway, the facts that would settle it
     */
    public record PathwayState(String clause, Outcome outcome, List<Condition> deciding, List<String> missing) {}

    /** What becomes of one restriction; null where a package has none of that code. */
    public record RestrictionShift(String code, String title, Outcome before, Outcome after) {}
}
