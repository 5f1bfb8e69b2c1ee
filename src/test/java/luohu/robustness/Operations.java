package luohu.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luohu.testing.Marked;

/** The operations that the OpenAPI document of the service lists, each with a request that is right. */
final class Operations {

    private static final String PACKAGE = "zibo-2021-12-29";

    private final List<Operation> all = new ArrayList<>();

    /**
     * One operation.
     *
     * @param path the path with the names of parameters
     * @param target a right address
     * @param mediaType of its body; empty where it takes none
     * @param good a right body in JSON; null where it takes none
     * @param methods those that its path takes
     */
    record Operation(
            String method, String path, String target, String mediaType, ObjectNode good, Set<String> methods) {

        /** How the table names it. */
        String name() {
            return method + " " + path;
        }

        boolean takesJson() {
            return mediaType.equals("application/json");
        }

        boolean takesLines() {
            return mediaType.equals("application/x-ndjson");
        }

        String contentType() {
            return mediaType.isEmpty() ? "" : "Content-Type: " + mediaType + "\r\n";
        }

        /** A request with something else about it: further headers. */
        byte[] request(String verb, String address, String headers) {
            return good == null
                    ? Http.request(verb, address, headers)
                    : Http.request(verb, address, headers, Http.utf8(good.toString()));
        }

        /** The request that is right. */
        byte[] request() {
            return request(method, target, contentType());
        }
    }

    Operations(JsonNode document) {
        Marked marked = new Marked(document);
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                all.add(read(
                        marked,
                        path.getKey(),
                        operation.getKey().toUpperCase(Locale.ROOT),
                        methods,
                        operation.getValue()));
            }
        }
    }

    /** All of them, in the order of the document. */
    List<Operation> all() {
        return List.copyOf(all);
    }

    private static Operation read(Marked marked, String path, String method, Set<String> methods, JsonNode operation) {
        String target = path.replace("{id}", PACKAGE);
        if (path.endsWith("/changes")) {
            target += "?from=zibo-2021-draft";
        }
        JsonNode content = operation.at("/requestBody/content");
        if (content.isMissingNode()) {
            return new Operation(method, path, target, "", null, methods);
        }
        String mediaType = content.fieldNames().next();
        ObjectNode good = mediaType.equals("application/json")
                ? good(marked, content.get(mediaType).get("schema"))
                : JsonNodeFactory.instance.objectNode().put("city", "淄博").put("effectiveDate", "2024-05-01");
        return new Operation(method, path, target, mediaType, good, methods);
    }

    private static ObjectNode good(Marked marked, JsonNode schema) {
        ObjectNode good = marked.good(schema);
        good.remove(List.of("packageId", "packageDigest"));
        if (good.has("city")) {
            good.put("city", "淄博");
        }
        if (good.has("packageIds")) {
            good.remove("packageIds");
            good.putArray("cities").add("淄博").add("weihai");
        }
        if (good.has("from")) {
            good.put("from", "2024-05-01").put("to", "2024-12-31");
        } else {
            good.put("effectiveDate", "2024-05-01");
        }
        return good;
    }
}
