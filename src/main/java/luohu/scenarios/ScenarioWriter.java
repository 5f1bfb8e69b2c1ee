package luohu.scenarios;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.RestrictionAnswer;
import luohu.scenarios.ScenarioReader.Defaults;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes scenarios as scenario files state them, ready to paste under {@code scenarios:}. */
public final class ScenarioWriter {

    private static final ObjectMapper JSON = new JsonMapper();

    private ScenarioWriter() {}

    /**
     * What a decision says, as the complete expectation of a scenario.
     *
     * @param decision the decision; null when the package is not in force
     * @param details the pathway whose places and papers are stated as well; null for none
     */
    public static ObjectNode expectation(Decision decision, String details) {
        ObjectNode expect = JsonNodeFactory.instance.objectNode();
        if (decision == null) {
            return expect.put("inForce", false);
        }
        ObjectNode matched = expect.putObject("matched");
        ObjectNode undetermined = JsonNodeFactory.instance.objectNode();
        ArrayNode discretionary = JsonNodeFactory.instance.arrayNode();
        for (PathwayAnswer each : decision.pathways()) {
            if (each.outcome() == Outcome.MATCHED) {
                each.qualifyingPersons().forEach(matched.withArray(each.code())::add);
            } else if (each.outcome() == Outcome.UNDETERMINED) {
                each.missing().forEach(undetermined.withArray(each.code())::add);
            }
            if (each.discretionary()) {
                discretionary.add(each.code());
            }
        }
        ObjectNode restrictions = JsonNodeFactory.instance.objectNode();
        for (RestrictionAnswer each : decision.restrictions()) {
            restrictions.put(each.code(), each.outcome().name());
        }
        setUnlessEmpty(expect, "undetermined", undetermined);
        setUnlessEmpty(expect, "restrictions", restrictions);
        setUnlessEmpty(expect, "discretionary", discretionary);
        decision.pathways().stream()
                .filter(each -> each.code().equals(details) && each.outcome() != Outcome.NOT_MATCHED)
                .forEach(each -> details(each, expect));
        return expect;
    }

    private static void details(PathwayAnswer pathway, ObjectNode expect) {
        ArrayNode places = expect.putObject("registration").putArray(pathway.code());
        pathway.registration().stream().map(PlaceAnswer::place).map(Enum::name).forEach(places::add);
        ArrayNode papers = expect.putObject("unobtainable").putArray(pathway.code());
        ScenarioRunner.unobtainable(pathway).stream().map(Enum::name).forEach(papers::add);
    }

    /**
     * A scenario as YAML.
     *
     * @param name its name
     * @param date its effective date
     * @param facts all its facts, in the wire format
     * @param defaults the date and facts of the file it is for; what equals them is left out
     * @param expect its expectation
     */
    public static String write(String name, LocalDate date, JsonNode facts, Defaults defaults, ObjectNode expect) {
        StringBuilder text = new StringBuilder("  - name: ").append(name).append('\n');
        if (!date.equals(defaults.date())) {
            text.append("    date: ").append(date).append('\n');
        }
        lines("facts", MergePatch.between(defaults.given(), facts), text);
        lines("expect", expect, text);
        return text.toString();
    }

    private static void lines(String key, ObjectNode members, StringBuilder text) {
        if (members.isEmpty()) {
            return;
        }
        text.append("    ").append(key).append(":\n");
        Map<String, Object> values = JSON.convertValue(members, new TypeReference<>() {});
        values.forEach((name, value) -> text.append("      ")
                .append(name)
                .append(": ")
                .append(flow(value))
                .append('\n'));
    }

    private static String flow(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setWidth(Integer.MAX_VALUE);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(value).strip();
    }

    private static void setUnlessEmpty(ObjectNode node, String name, JsonNode value) {
        if (!value.isEmpty()) {
            node.set(name, value);
        }
    }
}
