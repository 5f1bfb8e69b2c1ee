package luohu.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
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
        List<String> notices) {}
