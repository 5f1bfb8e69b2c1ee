package luohu.changes;

import java.util.List;
import luohu.language.Rule.Aspect;
import luohu.packages.Material;
import luohu.service.PackageIdentity;

/**
 * What differs between two packages.
 *
 * @param from the package compared with, the earlier one as a rule
 * @param to the package asked about
 * @param document what differs in the document as a whole
 * @param pathways the pathways that were added, dropped or changed: in the order of {@code to}, then those dropped
 * @param unchanged the codes of the pathways in which nothing differs
 * @param restrictions the restrictions that were added, dropped or changed
 */
public record PackageChanges(
        PackageIdentity from,
        PackageIdentity to,
        List<Difference> document,
        List<ClauseChange> pathways,
        List<String> unchanged,
        List<ClauseChange> restrictions) {

    /** Whether a thing is new, gone or not the same as before. */
    public enum ChangeKind {
        ADDED,
        DROPPED,
        CHANGED
    }

    /**
     * A member that differs. Of a list, what was dropped from it and what was added; of a single value, the value before and
     * the value after, as far as there is one.
     *
     * @param member its name in the package
     * @param label its Chinese name
     */
    public record Difference(String member, String label, List<String> dropped, List<String> added) {}

    /**
     * A pathway or restriction that differs, matched by its code.
     *
     * @param title its title in {@code to}; of a dropped one, in {@code from}
     * @param clause where it stands, likewise
     * @param differences the members that differ
     * @param rules the rules that differ, matched by what they ask
     * @param materials the materials that differ, matched by name
     */
    public record ClauseChange(
            String code,
            ChangeKind change,
            String title,
            String clause,
            List<Difference> differences,
            List<RuleChange> rules,
            List<MaterialChange> materials) {}

    /**
     * A rule that differs in what it decides or asks; its name alone is no difference.
     *
     * @param decides what it decides
     * @param detail the ground, paper or place it decides on; null for the pathway or restriction as such
     * @param before its name in {@code from}; null for an added one
     * @param after its name in {@code to}; null for a dropped one
     * @param dropped the conditions it asked before and does not now
     * @param added the conditions it did not ask before and does now
     */
    public record RuleChange(
            ChangeKind change,
            Aspect decides,
            String detail,
            String before,
            String after,
            List<String> dropped,
            List<String> added) {}

    /** A material that differs; null where there is none before or after. */
    public record MaterialChange(ChangeKind change, Material before, Material after) {}
}
