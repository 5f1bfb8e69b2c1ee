package luohu.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luohu.testing.OpenApiDocument;
import luohu.testing.OpenApiDocument.Operation;

/** The parts of docs/api.md that are read off the OpenAPI document, in Markdown. */
final class ApiPage {

    private static final String REFERENCE = "#/components/schemas/";

    private final OpenApiDocument document;
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Map<String, Set<String>> usedBy = new TreeMap<>();
    private final Set<String> ofRequests = new TreeSet<>();

    ApiPage(OpenApiDocument document) {
        this.document = document;
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(each -> schemas.put(each.getKey(), each.getValue()));
        schemas.forEach((name, schema) -> schema.path("properties").properties().forEach(property -> references(
                        property.getValue())
                .forEach(used ->
                        usedBy.computeIfAbsent(used, key -> new TreeSet<>()).add(name + "." + property.getKey()))));
        document.operations().stream()
                .filter(each -> each.consumes() != null)
                .forEach(each -> references(each.bodySchema()).forEach(this::reach));
    }

    /** Every operation. */
    String operations() {
        StringJoiner lines = lines();
        lines.add("| 操作 | 内容 | 正文 → 答复 | 问题 | 名称 |").add("| --- | --- | --- | --- | --- |");
        for (Operation each : document.operations()) {
            String produces = "`" + each.produces(200) + "`";
            String problems = each.statuses().stream()
                    .filter(status -> !status.equals("200"))
                    .collect(Collectors.joining(" "));
            lines.add("| `" + each.method() + " " + each.path() + query(each) + "` | "
                    + each.node().path("summary").asText() + " | "
                    + (each.consumes() == null ? produces : "`" + each.consumes() + "` → " + produces) + " | "
                    + problems
                    + " | `" + each.node().path("operationId").asText() + "` |");
        }
        return lines.toString();
    }

    /** Every schema with fixed values, those that requests use first. */
    String codes() {
        StringJoiner lines = lines();
        lines.add("### 请求中的代码").add("");
        enumerations().filter(ofRequests::contains).forEach(name -> table(name, lines));
        lines.add("### 只在答复中的代码").add("");
        enumerations().filter(name -> !ofRequests.contains(name)).forEach(name -> table(name, lines));
        return lines.toString().strip() + "\n";
    }

    private Stream<String> enumerations() {
        return schemas.keySet().stream().filter(name -> schemas.get(name).has("enum") && !name.equals("ProblemType"));
    }

    private void table(String name, StringJoiner lines) {
        List<Row> rows = rows(schemas.get(name));
        boolean coded = rows.stream().anyMatch(row -> !row.codes().isEmpty());
        lines.add("#### `" + name + "`").add("");
        lines.add(
                "用于 " + usedBy.get(name).stream().map(each -> "`" + each + "`").collect(Collectors.joining("、")) + "。");
        lines.add("");
        lines.add(coded ? "| 值 | 意思 | 国家标准代码 |" : "| 值 | 意思 |").add(coded ? "| --- | --- | --- |" : "| --- | --- |");
        for (Row row : rows) {
            lines.add("| `" + row.value() + "` | " + row.words() + " |"
                    + (coded ? " " + String.join("、", row.codes()) + " |" : ""));
        }
        lines.add("");
    }

    private record Row(String value, String words, List<String> codes) {}

    /** Values of the vocabulary have labels beside them; what others mean stands in the description. */
    private static List<Row> rows(JsonNode schema) {
        Map<String, Row> rows = new LinkedHashMap<>();
        JsonNode labels = schema.path("x-enum-descriptions");
        for (int i = 0; i < schema.path("enum").size(); i++) {
            String value = schema.path("enum").path(i).asText();
            String words = labels.isMissingNode()
                    ? words(schema.path("description").asText(), value)
                    : labels.path(i).asText();
            boolean code = !schema.path("x-enum-varnames").path(i).asText().equals(value);
            rows.computeIfAbsent(code ? words : value + " " + words, key -> new Row(value, words, new ArrayList<>()));
            if (code) {
                rows.remove(words);
                rows.values().stream().filter(row -> row.words().equals(words)).forEach(row -> row.codes()
                        .add(value));
            }
        }
        return List.copyOf(rows.values());
    }

    private static String words(String description, String value) {
        for (String each : description.split("；")) {
            if (each.startsWith(value + " ")) {
                return each.substring(value.length() + 1);
            }
        }
        throw new AssertionError("what " + value + " means, the description does not say: " + description);
    }

    private void reach(String name) {
        if (ofRequests.add(name)) {
            references(schemas.get(name)).forEach(this::reach);
        }
    }

    private static Set<String> references(JsonNode node) {
        return node.findValuesAsText("$ref").stream()
                .map(each -> each.substring(REFERENCE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String query(Operation operation) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        operation.node().path("parameters").forEach(each -> {
            if (each.path("in").asText().equals("query")) {
                query.add(each.path("name").asText() + "=");
            }
        });
        return query.toString();
    }

    private static StringJoiner lines() {
        return new StringJoiner("\n", "", "\n");
    }
}
