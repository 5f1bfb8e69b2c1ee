package luohu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import luohu.binding.Required;
import luohu.decision.Outcome;
import luohu.facts.DocumentCode;
import luohu.packages.PlaceOfRegistration;

/**
 * One example.
 *
 * @param name who, what and the result, in a Chinese sentence
 * @param date the effective date; null for the file's
 * @param facts what differs from the file's default facts, a JSON merge patch (RFC 7396); null for nothing
 * @param expect the complete expected result
 */
public record Scenario(@Required String name, LocalDate date, JsonNode facts, @Required Expectation expect) {

    /**
     * A complete expected result: what is not listed must not be.
     *
     * @param inForce false when the package must not be in force on the date; null means that it must be
     * @param matched every matched pathway with its qualifying persons
     * @param undetermined every undetermined pathway with what it misses
     * @param restrictions every restriction that holds or is open
     * @param discretionary every pathway that is discretionary
     * @param registration of some pathways, the places of registration
     * @param unobtainable of some pathways, the papers that cannot be had
     */
    public record Expectation(
            Boolean inForce,
            Map<String, List<String>> matched,
            Map<String, List<String>> undetermined,
            Map<String, Outcome> restrictions,
            List<String> discretionary,
            Map<String, List<PlaceOfRegistration>> registration,
            Map<String, List<DocumentCode>> unobtainable) {}
}
