package luohu.changes;

import java.util.ArrayList;
import java.util.List;
import luohu.changes.PackageChanges.ChangeKind;
import luohu.changes.PackageChanges.ClauseChange;
import luohu.decision.PackageDecider;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText;
import luohu.service.PackageIdentity;

/** Finds what differs between two packages, of one city or of two. */
public final class PackageDifference {

    private PackageDifference() {}

    /** What differs in {@code to} from {@code from}. */
    public static PackageChanges between(PackageDecider from, PackageDecider to) {
        PolicyDocument before = from.policy().document();
        PolicyDocument after = to.policy().document();
        ClauseDifference difference = new ClauseDifference(from, to);
        List<ClauseChange> pathways = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Pairing<PathwayText> pair : pathways(from, to)) {
            ClauseChange change = difference.of(pair.before(), pair.after());
            if (differs(change)) {
                pathways.add(change);
            } else {
                unchanged.add(change.code());
            }
        }
        List<ClauseChange> restrictions = restrictions(from, to).stream()
                .map(pair -> difference.of(pair.before(), pair.after()))
                .filter(PackageDifference::differs)
                .toList();
        return new PackageChanges(
                PackageIdentity.inCatalogue(from.policy()),
                PackageIdentity.inCatalogue(to.policy()),
                Members.of(after).since(Members.of(before)),
                pathways,
                unchanged,
                restrictions);
    }

    /** The pathways of both packages, matched by code. */
    static List<Pairing<PathwayText>> pathways(PackageDecider from, PackageDecider to) {
        return Pairing.of(
                from.policy().document().pathways(),
                to.policy().document().pathways(),
                (before, after) -> before.code().equals(after.code()) ? 1 : 0);
    }

    /** The restrictions of both packages, matched by code. */
    static List<Pairing<RestrictionText>> restrictions(PackageDecider from, PackageDecider to) {
        return Pairing.of(
                from.policy().document().restrictions(),
                to.policy().document().restrictions(),
                (before, after) -> before.code().equals(after.code()) ? 1 : 0);
    }

    private static boolean differs(ClauseChange change) {
        return change.change() != ChangeKind.CHANGED
                || !change.differences().isEmpty()
                || !change.rules().isEmpty()
                || !change.materials().isEmpty();
    }
}
