package luohu.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.ValidationMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An OpenAPI document as tests read it: what it promises, and whether an answer keeps it. Answers may have no member that the
 * document does not describe, although to callers it promises no such thing.
 */
public final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components"))
            .keyword(new NonValidationKeyword("x-enum-varnames"))
            .keyword(new NonValidationKeyword("x-enum-descriptions"))
            .build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder()
            .metaSchema(DIALECT)
            .defaultMetaSchemaIri(DIALECT.getIri())
            .build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;
    private final ObjectNode components;

    /** Reads a document. */
    public OpenApiDocument(String json) throws JsonProcessingException {
        root = JSON.readTree(json);
        components = root.path("components").deepCopy();
        components.path("schemas").forEach(OpenApiDocument::close);
    }

    /**
     * One operation.
     *
     * @param path the template of its path
     * @param method the HTTP method
     * @param node what the document says of it
     */
    public record Operation(String path, String method, JsonNode node) {

        /** The address that its examples of parameters make. */
        public String address() {
            String address = path;
            StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
            for (JsonNode each : node.path("parameters")) {
                String name = each.path("name").asText();
                String value = URLEncoder.encode(each.path("example").asText(), StandardCharsets.UTF_8);
                if (each.path("in").asText().equals("path")) {
                    address = address.replace("{" + name + "}", value);
                } else {
                    query.add(name + "=" + value);
                }
            }
            return address + query;
        }

        /** The media type of its body; null where it takes none. */
        public String consumes() {
            Map.Entry<String, JsonNode> body = only(node.path("requestBody").path("content"));
            return body == null ? null : body.getKey();
        }

        /** The schema of its body. */
        public JsonNode bodySchema() {
            return only(node.path("requestBody").path("content")).getValue().path("schema");
        }

        /** The bodies that stand as examples, by name, in their order; one without content where it takes none. */
        public Map<String, String> examples() {
            Map<String, String> examples = new LinkedHashMap<>();
            if (consumes() == null) {
                examples.put("", null);
                return examples;
            }
            JsonNode body = only(node.path("requestBody").path("content")).getValue();
            body.path("examples")
                    .properties()
                    .forEach(each ->
                            examples.put(each.getKey(), text(each.getValue().path("value"))));
            if (body.has("example")) {
                examples.put("example", text(body.path("example")));
            }
            return examples;
        }

        /** The media type of an answer. */
        public String produces(int status) {
            return only(content(status)).getKey();
        }

        /** The schema of an answer. */
        public JsonNode answerSchema(int status) {
            return only(content(status)).getValue().path("schema");
        }

        /** The answer that stands as an example; missing where there is none. */
        public JsonNode answer() {
            return content(200)
                    .path("application/json")
                    .path("examples")
                    .path("answer")
                    .path("value");
        }

        /** The documented problems by code, each as its example says it. */
        public Map<String, JsonNode> problems() {
            Map<String, JsonNode> problems = new TreeMap<>();
            node.path("responses").properties().forEach(answer -> answer.getValue()
                    .path("content")
                    .path("application/problem+json")
                    .path("examples")
                    .properties()
                    .forEach(each -> problems.put(each.getKey(), each.getValue().path("value"))));
            return problems;
        }

        /** Which answers are documented. */
        public Set<String> statuses() {
            Set<String> statuses = new TreeSet<>();
            node.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        private JsonNode content(int status) {
            return node.path("responses").path(Integer.toString(status)).path("content");
        }

        private static Map.Entry<String, JsonNode> only(JsonNode content) {
            return content.isEmpty() ? null : content.properties().iterator().next();
        }

        private static String text(JsonNode value) {
            return value.isTextual() ? value.asText() : value.toString();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What the document says. */
    public JsonNode root() {
        return root;
    }

    /** Every operation, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    if (METHODS.contains(each.getKey())) {
                        operations.add(
                                new Operation(path.getKey(), each.getKey().toUpperCase(Locale.ROOT), each.getValue()));
                    }
                }));
        return operations;
    }

    /** What of a value a schema of the document does not allow. */
    public Set<ValidationMessage> violations(JsonNode schema, String value) throws JsonProcessingException {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS.getSchema(whole).validate(JSON.readTree(value), context -> context.getExecutionConfig()
                .setFormatAssertionsEnabled(true));
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }
}
