package luohu.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import luohu.decision.Decision;
import luohu.decision.MaterialAnswer;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.language.Truth;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.Note;
import luohu.packages.PackageFiles;
import luohu.packages.PlaceOfRegistration;
import luohu.packages.RestrictionText.Effect;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import luohu.testing.Applicants;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The writer of answers")
class AnswerWriterTest {

    private static final int APPLICANTS = 3_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** What the bytes have to be. */
    private static final ObjectMapper JACKSON = AnswerJson.mapper();

    private static final AnswerWriter WRITER = new AnswerWriter(AnswerJson.mapper());

    /** Drools logs as little as it does in the service: its trace fails on rules with a part under {@code not}. */
    @BeforeAll
    static void quiet() {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("gives what Jackson gives, for random applicants and on many threads at once")
    void same_as_jackson(String packageId) {
        PackageDecider decider = Bundled.decider(packageId);
        Applicants applicants = Applicants.to(packageId);
        LongStream.range(0, APPLICANTS)
                .parallel()
                .mapToObj(seed -> answer(decider, applicants.partlyKnown(seed)))
                .forEach(AnswerWriterTest::check);
        LongStream.range(0, APPLICANTS / 10)
                .mapToObj(seed -> answer(decider, applicants.fullyKnown(seed)))
                .forEach(AnswerWriterTest::check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName(
            "has a piece for everything that never changes: once they are made, Jackson writes nothing for who leaves nothing open")
    void in_pieces(String packageId) {
        AtomicInteger written = new AtomicInteger();
        PackagePieces pieces =
                new PackagePieces(Bundled.decider(packageId), new PlainJson(AnswerJson.mapper(counting(written))));
        assertTrue(written.getAndSet(0) > 0);
        Applicants applicants = Applicants.to(packageId);
        for (long seed = 0; seed < APPLICANTS / 10; seed++) {
            EvaluationAnswer answer = answer(Bundled.decider(packageId), applicants.fullyKnown(seed));
            Utf8Text text = new Utf8Text();
            new AnswerWriting(pieces, text).answer(answer);
            assertArrayEquals(jackson(answer), text.toByteArray());
            assertEquals(0, written.get());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\\\"",
                "\\\\",
                "a/b",
                "\\n\\t\\u0000\\u001f\\u007f",
                "甲",
                "\\ud83d\\ude00",
                "😀",
                "\\u2028"
            })
    @DisplayName("writes ids that JSON has to escape, and half characters that a request can state, as Jackson does")
    void ids(String escaped) throws IOException {
        String request = "{\"id\":\"%s\",\"city\":\"威海\",\"relatives\":[{\"id\":\"%s\",\"relation\":\"SPOUSE\"}]}"
                .formatted(escaped, escaped);
        EvaluationAnswer answer = service(Bundled.FILES).evaluate(request.getBytes(StandardCharsets.UTF_8));
        check(answer);
        JsonNode tree = JACKSON.readTree(WRITER.bytes(answer));
        assertEquals(answer.id(), tree.get("id").textValue());
    }

    @Test
    @DisplayName("writes any characters in an id as Jackson does, halves of a pair among them")
    void any_id() {
        PackageDecider decider = Bundled.decider("weihai-2021-10-21");
        Random random = new Random(20260104);
        for (int i = 0; i < 5_000; i++) {
            int bound = List.of(0x80, 0x100, 0x3000, 0x10000).get(i % 4);
            String id = random.ints(random.nextInt(12), 0, bound)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            check(EvaluationAnswer.of(
                    id,
                    LocalDate.of(2024, 5, 1),
                    decider,
                    new Decision(List.of(), List.of(), List.of(), List.of(), List.of())));
        }
    }

    @Test
    @DisplayName("gives text that reads as the tree of what Jackson gives")
    void as_tree() throws IOException {
        for (String packageId : Bundled.ids().toList()) {
            Applicants applicants = Applicants.to(packageId);
            for (long seed = 0; seed < 100; seed++) {
                EvaluationAnswer answer = answer(Bundled.decider(packageId), applicants.partlyKnown(seed));
                assertEquals(JACKSON.valueToTree(answer), JACKSON.readTree(WRITER.bytes(answer)));
            }
        }
    }

    @Test
    @DisplayName("writes a package of a rules directory, with characters in its document that JSON has to escape")
    void from_directory(@TempDir Path folder) throws IOException {
        PackageFiles odd =
                InventedPackage.with(InventedPackage.version(1), "package.yaml", "按居住落户（第 1 版）", "'按 \"居住\" \\ 落户 𠮷'");
        InventedPackage.write(folder, odd);
        EvaluationService service = service(PackageFolders.under(folder));
        for (String area : List.of("URBAN", "RURAL")) {
            EvaluationAnswer answer = service.evaluate(invented(area));
            assertEquals("按 \"居住\" \\ 落户 𠮷", answer.pathways().get(0).title());
            check(answer);
        }
    }

    @Test
    @DisplayName("writes each version of a package in its own words, also while both are used")
    void versions() {
        EvaluationService first = service(List.of(InventedPackage.version(1)));
        EvaluationService second = service(List.of(InventedPackage.version(2)));
        for (EvaluationService service : List.of(first, second, first)) {
            check(service.evaluate(invented("URBAN")));
        }
    }

    @Test
    @DisplayName("writes what no package says: other words, another order, no pathway at all")
    void unknown_pieces() {
        PackageDecider decider = Bundled.decider("zibo-2021-12-29");
        EvaluationAnswer answer =
                answer(decider, Applicants.to("zibo-2021-12-29").partlyKnown(6));
        List<PathwayAnswer> reversed = new ArrayList<>(answer.pathways());
        Collections.reverse(reversed);
        PathwayAnswer known = answer.pathways().get(0);
        PathwayAnswer other = new PathwayAnswer(
                known.code(),
                known.title(),
                known.clause(),
                known.outcome(),
                List.of("甲"),
                known.covers(),
                !known.discretionary(),
                List.of(new Condition("别的", Truth.UNKNOWN, "别的"), new Condition("别的", Truth.TRUE, known.clause())),
                List.of("x", "SELF"),
                List.of(new MaterialAnswer("别的", List.of(), null, null, true, null, null)),
                List.of(
                        new PlaceAnswer(PlaceOfRegistration.ORIGIN, true),
                        new PlaceAnswer(PlaceOfRegistration.ORIGIN, false)),
                List.of(new Note("X", "别的\n")));
        check(with(decider, reversed, List.of(), List.of()));
        check(with(decider, List.of(), List.of(), List.of()));
        check(with(
                decider,
                List.of(other),
                List.of(new RestrictionAnswer(
                        "x", "别的", "x", Effect.STRICTLY_CONTROLLED, known.outcome(), List.of(), List.of(), List.of())),
                List.of(new Question("homes", "别的", List.of("x")), new Question("x", "x", List.of()))));
    }

    @Test
    @DisplayName("writes problems as Jackson does, and any answer to the end of a text as by itself")
    void others() throws JsonProcessingException {
        Problem problem = Problem.of(ProblemKind.MALFORMED_JSON, "甲\"");
        assertArrayEquals(JACKSON.writeValueAsBytes(problem), WRITER.bytes(problem));
        EvaluationAnswer answer = answer(
                Bundled.decider("zibo-2021-draft"),
                Applicants.to("zibo-2021-draft").partlyKnown(3));
        Utf8Text text = new Utf8Text();
        WRITER.write(problem, text);
        text.add('\n');
        WRITER.write(answer, text);
        assertEquals(
                JACKSON.writeValueAsString(problem) + "\n" + JACKSON.writeValueAsString(answer),
                new String(text.toByteArray(), StandardCharsets.UTF_8));
    }

    private static void check(EvaluationAnswer answer) {
        assertArrayEquals(jackson(answer), WRITER.bytes(answer));
    }

    private static byte[] jackson(EvaluationAnswer answer) {
        try {
            return JACKSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static EvaluationAnswer answer(PackageDecider decider, Applicants.Drawn drawn) {
        return EvaluationAnswer.of(
                "n" + drawn.seed(), drawn.date(), decider, decider.decide(drawn.facts(), drawn.date()));
    }

    private static EvaluationAnswer with(
            PackageDecider decider,
            List<PathwayAnswer> pathways,
            List<RestrictionAnswer> restrictions,
            List<Question> questions) {
        return EvaluationAnswer.of(
                null,
                LocalDate.of(2024, 5, 1),
                decider,
                new Decision(
                        pathways, restrictions, List.of(PlaceOfRegistration.ORIGIN), questions, List.of("别的", "\"")));
    }

    private static EvaluationService service(List<PackageFiles> packages) {
        PackageLibrary library = PackageLibrary.of(packages, Bundled.SCHEMA);
        return new EvaluationService(() -> library, CLOCK);
    }

    private static byte[] invented(String area) {
        return ("{\"city\":\"云溪\",\"applicant\":{\"residence\":{\"divisionCode\":\"379901\",\"areaType\":\"" + area
                        + "\"}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Counts how often Jackson begins to write. */
    private static JsonFactory counting(AtomicInteger written) {
        return new JsonFactory() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonGenerator createGenerator(OutputStream out, JsonEncoding encoding) throws IOException {
                written.incrementAndGet();
                return super.createGenerator(out, encoding);
            }
        };
    }
}
