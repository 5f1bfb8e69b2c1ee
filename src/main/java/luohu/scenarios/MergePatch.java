package luohu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7396. */
final class MergePatch {

    private MergePatch() {}

    /** The target with the patch applied; neither is changed. */
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged =
                target != null && target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else {
                merged.set(entry.getKey(), apply(merged.get(entry.getKey()), entry.getValue()));
            }
        });
        return merged;
    }

    /** The patch that makes {@code target} of {@code source}; empty when they are equal. */
    static ObjectNode between(JsonNode source, JsonNode target) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        source.fieldNames().forEachRemaining(name -> {
            if (!target.has(name)) {
                patch.putNull(name);
            }
        });
        target.properties().forEach(entry -> {
            JsonNode before = source.get(entry.getKey());
            JsonNode after = entry.getValue();
            if (before != null && before.isObject() && after.isObject()) {
                ObjectNode inner = between(before, after);
                if (!inner.isEmpty()) {
                    patch.set(entry.getKey(), inner);
                }
            } else if (!after.equals(before)) {
                patch.set(entry.getKey(), after);
            }
        });
        return patch;
    }
}
