package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luohu.problems.ProblemKind;
import luohu.testing.OpenApiDocument;
import luohu.testing.OpenApiDocument.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@QuarkusTest
@DisplayName("The OpenAPI document")
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");

    /** The operations with an answer short enough to stand as an example. */
    private static final List<String> SHOWN =
            List.of("cities", "packages", "evaluate", "compare", "timeline", "changesForApplicant");

    /** Problems met only under other settings or over a connection that misbehaves: {@link luohu.access.OpenApiEdgeIT}. */
    private static final Set<String> ELSEWHERE =
            Set.of("bad-request", "unauthorized", "too-many-requests", "request-timeout", "issuer-unavailable");

    /** A fault of the program, which no request may bring about. */
    private static final String NEVER = "internal-error";

    private OpenApiDocument document;

    @BeforeEach
    void read() throws JsonProcessingException {
        document = new OpenApiDocument(given().get("/q/openapi?format=json").asString());
    }

    @Test
    @DisplayName("has for each operation a name of its own, a tag that is described, and words in Chinese")
    void operations_are_described() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new TreeSet<>();
        document.root().path("tags").forEach(each -> tags.add(each.path("name").asText()));
        for (Operation each : document.operations()) {
            assertTrue(names.add(each.node().path("operationId").asText()), each.toString());
            assertEquals(1, each.node().path("tags").size(), each.toString());
            assertTrue(tags.contains(each.node().path("tags").path(0).asText()), each.toString());
            for (String words : List.of("summary", "description")) {
                assertTrue(
                        each.node().path(words).asText().codePoints().anyMatch(OpenApiTest::isChinese), each + words);
            }
            assertTrue(each.statuses().contains("200"), each.toString());
        }
        assertTrue(names.size() >= 11);
    }

    @Test
    @DisplayName(
            "has examples that its schemas allow, each answered 200 as documented, with no member that is not described")
    void examples_are_answered() {
        assertAll(document.operations().stream().flatMap(each -> each.examples().entrySet().stream()
                .map(example -> () -> answersAsDocumented(each, example.getKey(), example.getValue()))));
    }

    private void answersAsDocumented(Operation operation, String name, String body) throws JsonProcessingException {
        String what = operation + " " + name;
        if (body != null) {
            for (String each : values(operation.consumes(), body)) {
                assertEquals(Set.of(), document.violations(schemaOfOne(operation.bodySchema()), each), what);
            }
        }
        Response answer = Provocation.send(operation, operation.address(), body, operation.consumes());
        assertEquals(200, answer.statusCode(), what);
        assertEquals(operation.produces(200), mediaType(answer), what);
        JsonNode schema = operation.answerSchema(200);
        if (operation.produces(200).equals("text/plain")) {
            assertFalse(answer.asString().isBlank(), what);
            return;
        }
        for (String each : values(operation.produces(200), answer.asString())) {
            assertEquals(Set.of(), document.violations(schemaOfOne(schema), each), what);
        }
    }

    @Test
    @DisplayName(
            "has for each operation every problem it names, answered with the documented status, schema and example")
    void problems_are_answered() {
        Map<String, Executable> checks = new LinkedHashMap<>();
        Set<String> met = new TreeSet<>(ELSEWHERE);
        met.addAll(Set.of(NEVER, "not-found", "method-not-allowed")); // the last two are met where no operation is
        for (Operation operation : document.operations()) {
            operation.problems().forEach((code, example) -> {
                if (!ELSEWHERE.contains(code) && !code.equals(NEVER)) {
                    met.add(code);
                    checks.put(operation + " " + code, () -> refusesAsDocumented(operation, code, example));
                }
            });
        }
        assertEquals(codes(), met);
        assertAll(checks.values());
    }

    private void refusesAsDocumented(Operation operation, String code, JsonNode example)
            throws JsonProcessingException {
        String what = operation + " " + code;
        int status = example.path("status").asInt();
        Response answer = Provocation.provoke(operation, code);
        assertEquals(status, answer.statusCode(), what);
        assertEquals("application/problem+json", mediaType(answer), what);
        assertEquals("urn:luohu:problem:" + code, answer.path("type"), what);
        assertEquals(Set.of(), document.violations(operation.answerSchema(status), answer.asString()), what);
        boolean always = !ProblemKind.valueOf(constant(code)).detail().isEmpty();
        if (always || operation.path().equals("/v1/evaluations")) {
            assertEquals(example, JSON.readTree(answer.asString()), what);
        }
    }

    @Test
    @DisplayName("has as examples the problems that evaluations get (-Dluohu.docs.write=true writes them anew)")
    void examples_of_problems_are_current() throws IOException {
        Operation evaluate = document.operations().stream()
                .filter(each -> each.path().equals("/v1/evaluations"))
                .findFirst()
                .orElseThrow();
        Map<String, JsonNode> problems = new LinkedHashMap<>();
        for (ProblemKind kind : ProblemKind.values()) {
            if (kind.detail().isEmpty()) {
                problems.put(
                        kind.code(),
                        JSON.readTree(Provocation.provoke(evaluate, kind.code()).asString()));
            }
        }
        assertCurrent("problems.json", problems);
    }

    @Test
    @DisplayName("has as examples the answers to the first of its requests (-Dluohu.docs.write=true writes them anew)")
    void examples_of_answers_are_current() throws IOException {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Operation each : document.operations()) {
            String name = each.node().path("operationId").asText();
            if (SHOWN.contains(name)) {
                Map.Entry<String, String> first =
                        each.examples().entrySet().iterator().next();
                Response answer = Provocation.send(each, each.address(), first.getValue(), each.consumes());
                answers.put(name, JSON.readTree(answer.asString()));
                if (!each.answer().isMissingNode()) {
                    assertEquals(answers.get(name), each.answer(), name);
                }
            }
        }
        assertEquals(SHOWN.size(), answers.size());
        assertCurrent("answers.json", answers);
    }

    private static void assertCurrent(String name, Map<String, JsonNode> examples) throws IOException {
        Path file = EXAMPLES.resolve(name);
        String current = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(examples) + "\n";
        if (Boolean.getBoolean("luohu.docs.write")) {
            Files.writeString(file, current);
        }
        assertEquals(current, Files.readString(file));
    }

    @Test
    @DisplayName("lists every kind of problem, and no operation names one that is not listed")
    void lists_every_problem() {
        Set<String> listed = new TreeSet<>();
        document.root().at("/components/schemas/ProblemType/enum").forEach(each -> listed.add(each.asText()));
        assertEquals(
                Arrays.stream(ProblemKind.values())
                        .map(ProblemKind::type)
                        .collect(Collectors.toCollection(TreeSet::new)),
                listed);
        for (Operation operation : document.operations()) {
            operation.problems().forEach((code, example) -> {
                assertTrue(listed.contains("urn:luohu:problem:" + code), operation + " " + code);
                assertEquals("urn:luohu:problem:" + code, example.path("type").asText());
            });
        }
    }

    @Test
    @DisplayName("names every method a path takes: any other gets 405, and Allow lists them")
    void methods_are_documented() {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (Operation each : document.operations()) {
            Set<String> methods = documented.computeIfAbsent(each.path(), key -> new TreeSet<>(Set.of("OPTIONS")));
            methods.add(each.method());
            if (each.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        documented.forEach((path, methods) -> {
            String address = path.replace("{id}", "weihai-2021-10-21");
            for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH")) {
                if (!methods.contains(method)) {
                    Response answer = given().request(method, address);
                    assertEquals(405, answer.statusCode(), method + " " + path);
                    assertEquals("urn:luohu:problem:method-not-allowed", answer.path("type"));
                    assertEquals(methods, allowed(answer), path);
                }
            }
        });
        assertEquals("urn:luohu:problem:not-found", given().get("/v1/nothing").path("type"));
    }

    private static List<String> values(String mediaType, String body) {
        return mediaType.equals(BatchRoute.MEDIA_TYPE) ? body.lines().toList() : List.of(body);
    }

    /** The schema of a line, where a body has many; else of the body. */
    private static JsonNode schemaOfOne(JsonNode schema) {
        return schema.has("contentSchema") ? schema.path("contentSchema") : schema;
    }

    private static Set<String> codes() {
        return Arrays.stream(ProblemKind.values())
                .map(ProblemKind::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allowed(Response answer) {
        return new TreeSet<>(List.of(answer.header("Allow").split(", ")));
    }

    private static String mediaType(Response answer) {
        return answer.contentType().replaceFirst(";.*", "");
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
