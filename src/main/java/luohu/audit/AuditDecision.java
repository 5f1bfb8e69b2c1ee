package luohu.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import luohu.changes.ApplicantChanges;
import luohu.changes.ApplicantChanges.PathwayShift;
import luohu.changes.ApplicantChanges.PathwayState;
import luohu.comparison.Comparison;
import luohu.decision.Outcome;
import luohu.service.EvaluationAnswer;
import luohu.service.PackageIdentity;
import luohu.timeline.Timeline;

/**
 * What a package decided, in codes alone.
 *
 * @param id the package
 * @param digest its digest, which says by which text it decided
 * @param matched the codes of the pathways open to the applicant, in the order of the answer
 * @param undetermined the codes of the pathways that more facts would settle, in the order of the answer
 */
public record AuditDecision(
        @JsonProperty("package") String id, String digest, List<String> matched, List<String> undetermined) {

    /** What an answer rests on; nothing for what is no decision, such as the catalogue. */
    public static List<AuditDecision> of(Object answer) {
        if (answer instanceof EvaluationAnswer each) {
            return List.of(of(each.policyPackage(), each.matched(), each.undetermined()));
        } else if (answer instanceof Comparison comparison) {
            return comparison.columns().stream()
                    .filter(column -> column.policyPackage() != null)
                    .map(column -> of(column.policyPackage(), column.matched(), column.undetermined()))
                    .toList();
        } else if (answer instanceof Timeline timeline) {
            return timeline.spans().stream()
                    .filter(span -> span.policyPackage() != null)
                    .map(span -> of(span.policyPackage(), span.matched(), span.undetermined()))
                    .toList();
        } else if (answer instanceof ApplicantChanges changes) {
            return List.of(
                    of(changes.from(), changes.pathways(), PathwayShift::before),
                    of(changes.to(), changes.pathways(), PathwayShift::after));
        }
        return List.of();
    }

    /** What one of two packages decided: that of its side of each pathway, of those it has. */
    private static AuditDecision of(
            PackageIdentity identity, List<PathwayShift> pathways, Function<PathwayShift, PathwayState> side) {
        return of(identity, codes(pathways, side, Outcome.MATCHED), codes(pathways, side, Outcome.UNDETERMINED));
    }

    private static List<String> codes(
            List<PathwayShift> pathways, Function<PathwayShift, PathwayState> side, Outcome outcome) {
        return pathways.stream()
                .filter(each -> side.apply(each) != null && side.apply(each).outcome() == outcome)
                .map(PathwayShift::code)
                .toList();
    }

    private static AuditDecision of(PackageIdentity identity, List<String> matched, List<String> undetermined) {
        return new AuditDecision(identity.id(), identity.digest(), matched, undetermined);
    }
}
