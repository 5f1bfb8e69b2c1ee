package luohu.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import luohu.changes.ApplicantChanges;
import luohu.comparison.Comparison;
import luohu.service.EvaluationAnswer;
import luohu.service.PackageIdentity;
import luohu.timeline.Timeline;

/**
 * What a package decided, in codes alone.
 *
 * @param id the package
 * @param digest its digest, which says by which text it decided
 * @param matched the codes of the pathways open to the applicant; null where an answer does not say it by package
 * @param undetermined the codes of the pathways that more facts would settle; null likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
            return Stream.of(changes.from(), changes.to())
                    .map(AuditDecision::of)
                    .toList();
        }
        return List.of();
    }

    private static AuditDecision of(PackageIdentity identity) {
        return of(identity, null, null);
    }

    private static AuditDecision of(PackageIdentity identity, List<String> matched, List<String> undetermined) {
        return new AuditDecision(identity.id(), identity.digest(), matched, undetermined);
    }
}
