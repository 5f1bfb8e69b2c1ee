package luohu.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.packages.PlaceOfRegistration;

/**
 * The answer to an evaluation.
 *
 * @param id the caller's own reference
 * @param effectiveDate the day decided for
 * @param policyPackage the package that decided
 * @param matched the codes of the pathways open to the applicant
 * @param undetermined the codes of the pathways that more facts would settle
 * @param pathways every pathway of the package
 * @param restrictions the restrictions that hold or are open
 * @param registrationOrder the order of places the document states
 * @param questions the facts worth asking for
 * @param notices what applies to the whole answer
 * @param decider what decided; no part of the JSON, but knows how to write most of it
 */
public record EvaluationAnswer(
        String id,
        LocalDate effectiveDate,
        @JsonProperty("package") PackageIdentity policyPackage,
        List<String> matched,
        List<String> undetermined,
        List<PathwayAnswer> pathways,
        List<RestrictionAnswer> restrictions,
        List<PlaceOfRegistration> registrationOrder,
        List<Question> questions,
        List<String> notices,
        @JsonIgnore PackageDecider decider) {

    /** The answer that gives what a package decided. */
    public static EvaluationAnswer of(String id, LocalDate date, PackageDecider decider, Decision decision) {
        return new EvaluationAnswer(
                id,
                date,
                PackageIdentity.inAnswer(decider.policy()),
                decision.codes(Outcome.MATCHED),
                decision.codes(Outcome.UNDETERMINED),
                decision.pathways(),
                decision.restrictions(),
                decision.registrationOrder(),
                decision.questions(),
                decision.notices(),
                decider);
    }
}
