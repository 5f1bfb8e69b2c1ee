package luohu.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import luohu.packages.PlaceOfRegistration;

/**
 * What a package decides about one applicant.
 *
 * @param pathways every pathway, in the order of the document
 * @param restrictions the restrictions that hold or are open
 * @param registrationOrder the order of places the document states; empty when it states none
 * @param questions the facts that would settle what is open, those that decide most first
 * @param notices what applies to the whole answer
 */
public record Decision(
        List<PathwayAnswer> pathways,
        List<RestrictionAnswer> restrictions,
        List<PlaceOfRegistration> registrationOrder,
        List<Question> questions,
        List<String> notices) {

    /** The codes of the pathways with an outcome, in the order of the document. */
    public List<String> codes(Outcome outcome) {
        List<String> codes = new ArrayList<>();
        for (PathwayAnswer pathway : pathways) {
            if (pathway.outcome() == outcome) {
                codes.add(pathway.code());
            }
        }
        return Collections.unmodifiableList(codes);
    }
}
