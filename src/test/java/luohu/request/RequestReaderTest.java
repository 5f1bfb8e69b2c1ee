package luohu.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import luohu.binding.Faults;
import luohu.binding.RecordReader;
import luohu.facts.FactSchema;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The reader of requests")
class RequestReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestReader reader = new RequestReader(CLOCK);

    @Property(tries = 5_000, seed = "20260101")
    @Label(
            "binds a request directly exactly when a close look at its tree finds nothing wrong, and to the same request")
    void both_looks_agree(@ForAll("requests") JsonNode tree) throws JsonProcessingException {
        assertLooksAgree(tree, EvaluationRequest.class);
    }

    @Property(tries = 1_000, seed = "20260103")
    @Label("does so for every kind of request")
    void every_kind_of_request(@ForAll("requests") JsonNode tree) throws JsonProcessingException {
        ObjectNode facts = ((ObjectNode) tree).deepCopy();
        ObjectNode timeline = facts.deepCopy().put("from", "2024-01-01").put("to", "2024-12-31");
        assertLooksAgree(timeline, TimelineRequest.class);
        facts.remove("city");
        assertLooksAgree(facts, ChangesRequest.class);
        assertLooksAgree(facts, ComparisonRequest.class);
        facts.set("cities", facts.has("homes") ? facts.get("homes") : JsonNodeFactory.instance.nullNode());
        assertLooksAgree(facts, ComparisonRequest.class);
    }

    private <T extends ApplicantRequest> void assertLooksAgree(JsonNode tree, Class<T> type)
            throws JsonProcessingException {
        RecordReader close = new RecordReader();
        T expected = close.read(tree, type);
        Faults beyondForm = Faults.unbounded();
        new RequestCheck(CLOCK).check(expected, beyondForm);
        boolean clean = close.faults().isEmpty() && beyondForm.isEmpty();
        T read = null;
        try {
            read = reader.read(JSON.writeValueAsBytes(tree), type, request -> List.of());
        } catch (InvalidRequestException refused) {
            assertFalse(refused.isMalformed(), "a JSON object is never malformed");
        }
        assertEquals(clean ? expected : null, read);
    }

    @Property(tries = 5_000, seed = "20260102")
    @Label("takes any bytes whatever and either reads them or says what is wrong")
    void survives_any_bytes(@ForAll byte[] bytes) {
        try {
            reader.read(bytes);
        } catch (InvalidRequestException refused) {
            assertFalse(refused.isMalformed() && !refused.faults().isEmpty());
        }
    }

    /** Objects with the members of a request, at any depth, holding right and wrong values of every kind. */
    @Provide
    Arbitrary<JsonNode> requests() {
        List<String> paths =
                new FactSchema().paths().stream().map(fact -> fact.path()).toList();
        Arbitrary<String> path = Arbitraries.of(paths);
        Arbitrary<JsonNode> value = values();
        return path.list()
                .ofMaxSize(4)
                .flatMap(chosen -> value.list().ofSize(chosen.size()).map(values -> {
                    ObjectNode request = JsonNodeFactory.instance.objectNode().put("city", "weihai");
                    for (int i = 0; i < chosen.size(); i++) {
                        put(
                                request,
                                chosen.get(i).split("\\."),
                                0,
                                values.get(i).deepCopy());
                    }
                    return request;
                }));
    }

    private static Arbitrary<JsonNode> values() {
        Stream<String> texts = Stream.of(
                "SELF",
                "s1",
                "OWNED",
                "RURAL",
                "SPOUSE",
                "10",
                "21",
                "371002",
                "37100",
                "2024-05-01",
                "2024-02-30",
                "9999-12-31",
                "NONE",
                "GRADUATED",
                "CADRE",
                "HUKOU_BOOK",
                "",
                "true",
                "x");
        Stream<JsonNode> nodes = Stream.concat(
                texts.map(text -> (JsonNode) JsonNodeFactory.instance.textNode(text)),
                Stream.of(
                                "null",
                                "true",
                                "false",
                                "1",
                                "0.5",
                                "{}",
                                "[]",
                                "[null]",
                                "[{}]",
                                "[\"SELF\"]",
                                "[\"s1\"]",
                                "{\"x\":1}")
                        .map(RequestReaderTest::parse));
        return Arbitraries.of(nodes.toList());
    }

    private static void put(ObjectNode object, String[] path, int at, JsonNode value) {
        boolean list = path[at].endsWith("[]");
        String name = path[at].replace("[]", "");
        if (at == path.length - 1) {
            object.set(name, value);
            return;
        }
        JsonNode next = object.get(name);
        ObjectNode inner = next instanceof ObjectNode existing ? existing : JsonNodeFactory.instance.objectNode();
        if (list && next != null && next.isArray() && next.path(0) instanceof ObjectNode first) {
            inner = first;
        }
        put(inner, path, at + 1, value);
        object.set(name, list ? JsonNodeFactory.instance.arrayNode().add(inner) : inner);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Arrays.toString(json.toCharArray()), e);
        }
    }
}
