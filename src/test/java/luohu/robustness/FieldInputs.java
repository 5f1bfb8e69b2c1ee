package luohu.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luohu.robustness.BadInput.Expected;
import luohu.robustness.Operations.Operation;
import luohu.testing.Marked;

/** For every field of every request at any depth, values of every type it does not have, and of its own type wrong ones. */
final class FieldInputs {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<String, JsonNode> ANY_TYPE = new LinkedHashMap<>();

    static {
        ANY_TYPE.put("a number", NODES.numberNode(42));
        ANY_TYPE.put("a fraction", NODES.numberNode(0.5));
        ANY_TYPE.put("a boolean", NODES.booleanNode(true));
        ANY_TYPE.put("a text", NODES.textNode("no such value"));
        ANY_TYPE.put("an empty text", NODES.textNode(""));
        ANY_TYPE.put("an object", NODES.objectNode().set("a", NODES.objectNode().put("b", 1)));
        ANY_TYPE.put("a list", NODES.arrayNode().add(NODES.arrayNode()));
    }

    private static final Map<String, String> DATES = Map.of(
            "the 30th of February", "2021-02-30",
            "the year 0", "0000-01-01",
            "a year of nine digits", "+999999999-12-31",
            "a year before Christ", "-0001-01-01",
            "a month 13", "2021-13-01",
            "a date with an hour", "2021-01-01T00:00:00Z",
            "a date in Chinese digits", "２０２１-０１-０１",
            "an empty date", "");

    private final ObjectMapper json = new ObjectMapper();

    List<BadInput> of(Operation operation) {
        List<BadInput> inputs = new ArrayList<>();
        for (String place : Marked.places(operation.good())) {
            JsonNode right = operation.good().at(place);
            ANY_TYPE.forEach((what, value) -> {
                if (right.isMissingNode() || right.getNodeType() != value.getNodeType()) {
                    inputs.add(input(operation, what, place, value));
                }
            });
            if (place.matches(".*/[0-9]+")) {
                inputs.add(input(operation, "null", place, NODES.nullNode()));
            }
            if (right.isTextual()) {
                texts(operation, place, right.textValue(), inputs);
            } else if (right instanceof ArrayNode list) {
                inputs.add(input(operation, "a list of 101 items", place, longer(list)));
            }
        }
        return inputs;
    }

    private void texts(Operation operation, String place, String right, List<BadInput> inputs) {
        if (right.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            DATES.forEach((what, value) -> inputs.add(input(operation, what, place, NODES.textNode(value))));
        } else if (right.equals("SELF")) {
            inputs.add(input(operation, "an id of nobody", place, NODES.textNode("nobody")));
        } else if (right.matches("[A-Z_]+|[0-9]+")) {
            inputs.add(input(operation, "an unknown value", place, NODES.textNode("NO_SUCH_VALUE")));
            inputs.add(input(operation, "the value in full width", place, NODES.textNode("３７０３０３")));
            inputs.add(input(operation, "the value and a NUL", place, NODES.textNode(right + "\0")));
        } else if (!place.matches("/(relatives|homes|jobs)/0/id")) { // these may have any length
            inputs.add(input(operation, "200,000 characters", place, NODES.textNode("a".repeat(200_000))));
        }
    }

    private BadInput input(Operation operation, String what, String place, JsonNode value) {
        ObjectNode body = Marked.with(operation.good(), place, value);
        return new BadInput(
                operation.name(),
                place + " is " + what,
                Http.request(operation.method(), operation.target(), Http.JSON, bytes(body)),
                Expected.PROBLEM,
                place.endsWith("/cities/0") || place.equals("/city") && value.isTextual() ? null : "invalid-request");
    }

    private byte[] bytes(ObjectNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode longer(ArrayNode list) {
        ArrayNode longer = NODES.arrayNode();
        for (int i = 0; i <= 100; i++) {
            longer.add(list.get(0));
        }
        return longer;
    }
}
