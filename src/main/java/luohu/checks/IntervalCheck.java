package luohu.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.library.Conflicts;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;

/** Checks packages beside each other: cities named alike, no two in force on one day, no days left between them. */
final class IntervalCheck {

    private final List<ReadDocument> all;

    /** A check beside all documents of a rules folder. */
    IntervalCheck(Collection<ReadDocument> all) {
        this.all = List.copyOf(all);
    }

    /** What is wrong between some documents and any of them; each conflict is given once. */
    List<Finding> check(Collection<ReadDocument> checked) {
        List<Finding> findings = new ArrayList<>();
        for (ReadDocument each : checked) {
            for (ReadDocument other : all) {
                boolean later = all.indexOf(other) < all.indexOf(each) || !checked.contains(other);
                if (other != each && later) {
                    conflict(each, other).ifPresent(findings::add);
                }
            }
            gapAfter(each).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> conflict(ReadDocument document, ReadDocument other) {
        return Conflicts.between(document.document().head(), other.document().head())
                .map(found -> {
                    String at = found.kind() == FindingKind.CONFLICTING_CITY ? "/city" : "/effective";
                    return new Finding(document.file(), document.source().line(at), found.kind(), found.message());
                });
    }

    /** The days between a package and the next of its city, on which none is in force. */
    private Optional<Finding> gapAfter(ReadDocument each) {
        Effective effective = each.document().effective();
        if (effective == null || effective.to() == null) {
            return Optional.empty();
        }
        LocalDate dayAfter = effective.to().plusDays(1);
        List<PolicyDocument> city = all.stream()
                .map(ReadDocument::document)
                .filter(other -> other.city().equals(each.document().city()))
                .toList();
        if (city.stream().anyMatch(other -> other.inForceOn(dayAfter))) {
            return Optional.empty();
        }
        return city.stream()
                .filter(other ->
                        other.effective() != null && other.effective().from().isAfter(effective.to()))
                .min(Comparator.comparing(other -> other.effective().from()))
                .map(next -> new Finding(
                        each.file(),
                        each.source().line("/effective/to"),
                        FindingKind.INTERVAL_GAP,
                        "自 " + dayAfter + " 起至 "
                                + next.effective().from().minusDays(1) + " 没有施行的规则包，下一个是 " + next.id()
                                + "；请核对两份文件的施行日期，文件本身如此的可以保留。"));
    }
}
