package luohu.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import luohu.facts.Facts;
import luohu.service.AnswerJson;

/**
 * What other engines are given: applicants in the words of a request. What a request may leave out is filled in beforehand, so
 * that no engine spends time on it: a list that is unknown holds one item of which nothing is known, who holds a home or homestead
 * or works a job is named, and a relative without an id has one that nobody else uses.
 */
final class PeerInput {

    private static final String HOLDERS = "holderIds";

    private final ObjectMapper mapper = AnswerJson.mapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    private final ObjectNode root = mapper.createObjectNode();
    private final ArrayNode applicants;

    /** For engines of which the first so many applicants are timed. */
    PeerInput(int timed) {
        root.put("timed", timed);
        applicants = root.putArray("applicants");
    }

    void add(Facts facts, LocalDate date) {
        ObjectNode written = mapper.valueToTree(facts);
        written.put("date", date.toString());
        JsonNode relatives = list(written, "relatives");
        for (int i = 0; i < relatives.size(); i++) {
            if (facts.relatives() != null && !relatives.get(i).has("id")) {
                ((ObjectNode) relatives.get(i)).put("id", "relatives[" + i + "]");
            }
        }
        if (facts.homes() != null) {
            written.get("homes").forEach(PeerInput::holdersOf);
        }
        if (facts.jobs() != null) {
            written.get("jobs").forEach(PeerInput::workerOf);
        }
        ObjectNode rural = written.withObject("/rural");
        if (rural.has("homesteads")) {
            rural.get("homesteads").forEach(PeerInput::holdersOf);
        }
        list(rural, "homesteads");
        list(written, "homes");
        list(written, "jobs");
        list(written, "studies");
        for (String single : new String[] {"applicant", "military"}) {
            written.withObject("/" + single);
        }
        applicants.add(written);
    }

    byte[] bytes() throws JsonProcessingException {
        return mapper.writeValueAsBytes(root);
    }

    private static JsonNode list(ObjectNode owner, String name) {
        if (!owner.has(name)) {
            owner.putArray(name).addObject();
        }
        return owner.get(name);
    }

    private static void holdersOf(JsonNode item) {
        if (!item.has(HOLDERS)) {
            ((ObjectNode) item).putArray(HOLDERS).add(Facts.SELF);
        }
    }

    private static void workerOf(JsonNode job) {
        if (!job.has("workerId")) {
            ((ObjectNode) job).put("workerId", Facts.SELF);
        }
    }
}
