package luohu.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import luohu.facts.Facts;
import luohu.packages.PolicyDocument;
import luohu.request.EvaluationRequest;
import luohu.service.AnswerJson;

/** Requests about random applicants, in the JSON of callers. */
public final class Requests {

    private static final ObjectMapper JSON = AnswerJson.mapper();

    private Requests() {}

    /** So many requests, to the bundled packages in turn; the same each time. Some fall on days without a package in force. */
    public static List<String> drawn(int count) {
        List<String> ids = Bundled.ids().toList();
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(drawn(ids.get(i % ids.size()), i));
        }
        return requests;
    }

    private static String drawn(String packageId, int seed) {
        PolicyDocument document = Bundled.decider(packageId).policy().document();
        Applicants.Drawn drawn = new Applicants(document.city().code()).partlyKnown(seed);
        Facts facts = drawn.facts();
        EvaluationRequest request = new EvaluationRequest(
                "n" + seed,
                document.city().code(),
                drawn.date(),
                document.draft() ? packageId : null,
                null,
                facts.applicant(),
                facts.relatives(),
                facts.homes(),
                facts.jobs(),
                facts.insurances(),
                facts.studies(),
                facts.talentKinds(),
                facts.military(),
                facts.rural(),
                facts.intent(),
                facts.documentsHeld());
        try {
            return JSON.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
