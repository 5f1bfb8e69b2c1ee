package luohu.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests made from the OpenAPI document with a mark wherever a value can be anything, to be looked for afterwards. */
public final class Marked {

    /** Longer than what a message may repeat of a value that is not known. */
    public static final String MARK = "MaRkEr".repeat(8);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;
    private int ids;

    /** Makes requests from a document. */
    public Marked(JsonNode document) {
        this.document = document;
    }

    /** A request with every field, marked where it is right so. */
    public ObjectNode good(JsonNode schema) {
        return (ObjectNode) value(schema, "");
    }

    /** For each field of a request at any depth, one with a mark there instead; for each object, one with a mark in a new field. */
    public List<ObjectNode> wrong(ObjectNode good) {
        return places(good).stream()
                .map(pointer -> with(good, pointer, NODES.textNode(MARK + MARK)))
                .toList();
    }

    /** Every field of a request at any depth, as a pointer; for each object also one that nobody knows. */
    public static List<String> places(ObjectNode good) {
        return pointers(good, "", new ArrayList<>());
    }

    /** A request with another value in one place. */
    public static ObjectNode with(ObjectNode good, String pointer, JsonNode value) {
        ObjectNode changed = good.deepCopy();
        JsonNode parent = changed.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return changed;
    }

    private static List<String> pointers(JsonNode node, String at, List<String> found) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                found.add(at + "/" + i);
                pointers(array.get(i), at + "/" + i, found);
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                found.add(at + "/" + each.getKey());
                pointers(each.getValue(), at + "/" + each.getKey(), found);
            }
            found.add(at + "/surname");
        }
        return found;
    }

    private JsonNode value(JsonNode schema, String name) {
        if (schema.has("$ref")) {
            return value(document.at(schema.get("$ref").textValue().substring(1)), name);
        } else if (schema.has("anyOf")) {
            return value(schema.get("anyOf").get(0), name);
        } else if (schema.has("enum")) {
            return schema.get("enum").get(0);
        } else if (schema.has("properties")) {
            ObjectNode object = NODES.objectNode();
            schema.get("properties")
                    .properties()
                    .forEach(each -> object.set(each.getKey(), value(each.getValue(), each.getKey())));
            return object;
        } else if (schema.has("items")) {
            return NODES.arrayNode().add(value(schema.get("items"), name));
        }
        String type = schema.get("type").isArray()
                ? schema.get("type").get(0).textValue()
                : schema.get("type").textValue();
        if (type.equals("boolean")) {
            return NODES.booleanNode(true);
        } else if (schema.path("format").asText().equals("date")) {
            return NODES.textNode("1990-05-01");
        } else if (schema.has("pattern")) {
            return NODES.textNode(schema.get("pattern").textValue().contains("{6}") ? "370303" : "21");
        } else if (name.endsWith("Ids") || name.equals("workerId")) {
            return NODES.textNode("SELF");
        }
        return NODES.textNode(MARK + ids++);
    }
}
