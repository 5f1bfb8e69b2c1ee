package luohu.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Drools' DMN engine: a model with a decision for each pathway, in FEEL, whose null is unknown; facts are maps. */
final class DmnPeer implements Peer<Map<String, Object>> {

    private static final List<String> INPUTS =
            List.of("date", "applicant", "relatives", "homes", "jobs", "studies", "military", "rural");

    /** The pathways in the order of the document. */
    private static final List<String> PATHWAYS = List.of(
            "ownHome",
            "rentedHome",
            "employment",
            "business",
            "joinRelative",
            "returnToOrigin",
            "ruralJoinRelative",
            "ruralWork",
            "schoolCollectiveGraduate");

    private final DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(ResourceFactory.newClassPathResource("weihai.dmn")))
            .getOrElseThrow(IllegalStateException::new);
    private final DMNModel model = runtime.getModels().get(0);

    @Override
    public String library() {
        return "kie-dmn-core";
    }

    @Override
    public Map<String, Object> applicant(JsonNode facts, ObjectMapper mapper) {
        Map<String, Object> map = map(facts, mapper);
        map.put(
                "relatives",
                Stream.iterate(0, i -> i + 1)
                        .limit(facts.get("relatives").size())
                        .map(i -> map(facts.get("relatives").get(i), mapper))
                        .toList());
        return map;
    }

    @Override
    public List<Outcome> decide(Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        for (String input : INPUTS) {
            context.set(input, facts.get(input));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        DMNContext decided = result.getContext();
        return PATHWAYS.stream()
                .map(pathway -> outcome((Boolean) decided.get(pathway)))
                .toList();
    }

    private static Outcome outcome(Boolean holds) {
        return holds == null ? Outcome.UNDETERMINED : holds ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    }

    /** An object as a map, with its days as FEEL likes them. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode object, ObjectMapper mapper) {
        Map<String, Object> map = mapper.convertValue(object, HashMap.class);
        map.replaceAll((name, value) ->
                name.equals("date") || name.equals("birthDate") ? LocalDate.parse((String) value) : value);
        return map;
    }
}
