package luohu.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import luohu.service.AnswerJson;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import luohu.service.Refusal.Refused;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import luohu.testing.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch")
class BatchEvaluationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ObjectMapper JSON = AnswerJson.mapper();
    private static final String LINE = "{\"city\":\"weihai\",\"effectiveDate\":\"2024-05-01\"}\n";
    private static final PackageLibrary LIBRARY = PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA);

    private final EvaluationService service = new EvaluationService(() -> LIBRARY, CLOCK);
    private final BatchEvaluation batches = new BatchEvaluation(service, JSON, 4);

    @AfterEach
    void end() {
        batches.close();
    }

    @Test
    @DisplayName("gives 20,000 lines the bytes that each gets by itself, in their order, and counts them")
    void same_as_single() throws IOException {
        List<String> requests = Requests.drawn(20_000);
        Tally expected = new Tally();
        int[] number = {0};
        String[] end = {null};
        run(batches.begin(LineObserver.NONE), bytes(String.join("\n", requests)), 50_000, line -> {
            if (number[0] < requests.size()) {
                assertEquals(single(requests.get(number[0]), number[0] + 1, expected), line);
            } else {
                end[0] = line;
            }
            number[0]++;
        });
        assertEquals(requests.size() + 1, number[0]);
        assertEquals(JSON.writeValueAsString(new Summary.End(expected.summary())), end[0]);
        JsonNode summary = tree(end[0]).get("summary");
        assertEquals(requests.size(), summary.get("lines").asLong());
        assertTrue(summary.get("answered").asLong() > 10_000);
        assertTrue(summary.at("/problems/no-package-in-force").asLong() > 0);
        assertEquals(6, summary.get("packages").size());
    }

    /** What a request gets by itself. */
    private String single(String request, long line, Tally tally) {
        try {
            try {
                EvaluationAnswer answer = service.evaluate(bytes(request));
                tally.add(answer);
                return JSON.writeValueAsString(answer);
            } catch (Refused refused) {
                tally.add(ProblemKind.of(refused.refusal().reason()));
                return JSON.writeValueAsString(Problem.of(refused.refusal()).onLine(line));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("counts each outcome of each pathway, and each applicant by the best outcome")
    void counts() {
        String town =
                "{\"city\":\"云溪\",\"applicant\":{\"residence\":{\"divisionCode\":\"379901\",\"areaType\":\"URBAN\"}}}";
        String input = String.join("\n", town, town, town.replace("URBAN", "RURAL"), "{\"city\":\"云溪\"}", "[]", "");
        PackageLibrary library = invented(1);
        try (BatchEvaluation others = new BatchEvaluation(new EvaluationService(() -> library, CLOCK), JSON, 2)) {
            List<String> lines = run(others.begin(LineObserver.NONE), input, 100);
            JsonNode summary = tree(lines.get(5)).get("summary");
            String counts = "{\"matched\":2,\"undetermined\":1,\"notMatched\":1}";
            assertEquals(5, summary.get("lines").asLong());
            assertEquals(4, summary.get("answered").asLong());
            assertEquals(1, summary.get("refused").asLong());
            assertEquals(counts, summary.get("applicants").toString());
            assertEquals(4, summary.at("/packages/0/answered").asLong());
            assertEquals(InventedPackage.ID, summary.at("/packages/0/id").asText());
            assertEquals(counts, summary.at("/packages/0/pathways/0/outcomes").toString());
        }
    }

    @Test
    @DisplayName("answers bad lines with a problem and their number, and goes on")
    void bad_lines() throws IOException {
        String good = "{\"city\":\"威海\",\"effectiveDate\":\"2024-05-01\"}";
        String input = String.join(
                "\n",
                good,
                "",
                "{\"city\":\"威海\"",
                "[1]",
                "{\"city\":\"威海\",\"tenur\":1,\"jobs\":7}",
                "{\"city\":\"北京\"}",
                "{\"city\":\"威海\",\"packageId\":\"x\"}",
                "{\"city\":\"威海\",\"packageId\":\"zibo-2021-draft\"}",
                "{\"city\":\"威海\",\"effectiveDate\":\"2020-01-01\"}",
                "x".repeat(Line.LONGEST + 1),
                "\u0000",
                good + good,
                good,
                "",
                "  ");
        List<String> lines = run(batches.begin(LineObserver.NONE), input, 10);
        List<String> types = lines.stream()
                .map(line -> tree(line).path("type").asText() + " "
                        + tree(line).path("line").asText())
                .map(words -> words.replace("urn:luohu:problem:", ""))
                .toList();
        assertEquals(
                List.of(
                        " ",
                        "malformed-json 2",
                        "malformed-json 3",
                        "malformed-json 4",
                        "invalid-request 5",
                        "unknown-city 6",
                        "unknown-package 7",
                        "package-mismatch 8",
                        "no-package-in-force 9",
                        "payload-too-large 10",
                        "malformed-json 11",
                        "malformed-json 12",
                        " ",
                        " "),
                types);
        assertEquals(lines.get(0), lines.get(12));
        assertEquals(2, tree(lines.get(4)).get("errors").size());
        assertEquals(
                "{\"invalid-request\":1,\"malformed-json\":5,\"no-package-in-force\":1,\"package-mismatch\":1,"
                        + "\"payload-too-large\":1,\"unknown-city\":1,\"unknown-package\":1}",
                tree(lines.get(13)).at("/summary/problems").toString());
    }

    @Test
    @DisplayName("refuses a line that is not UTF-8")
    void not_utf8() {
        byte[] input = "{\"id\":\"é\",\"city\":\"weihai\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        List<String> lines = run(batches.begin(LineObserver.NONE), input, 100);
        assertEquals(400, tree(lines.get(0)).get("status").asInt());
        assertEquals(
                "urn:luohu:problem:malformed-json",
                tree(lines.get(0)).get("type").asText());
    }

    @Test
    @DisplayName("of nothing is a summary of nothing")
    void nothing() {
        assertEquals(
                List.of("{\"summary\":{\"lines\":0,\"answered\":0,\"refused\":0,\"problems\":{},"
                        + "\"applicants\":{\"matched\":0,\"undetermined\":0,\"notMatched\":0},\"packages\":[]}}"),
                run(batches.begin(LineObserver.NONE), "\n\n", 1));
    }

    @Test
    @DisplayName("wants no more input while nobody takes its output")
    void bounded_look_ahead() {
        BatchRun batch = batches.begin(LineObserver.NONE);
        byte[] line = "{\"city\":\"weihai\",\"effectiveDate\":\"2024-05-01\"}\n".getBytes(StandardCharsets.UTF_8);
        int fed = 0;
        while (batch.isHungry()) {
            batch.feed(line);
            fed++;
            assertTrue(fed < 1_000);
        }
        batch.next().join();
        assertFalse(batch.isHungry());
        batch.take();
        assertTrue(batch.isHungry());
    }

    @Test
    @DisplayName("among many at once holds little, and more again when the others have ended")
    void shared_look_ahead() {
        byte[] piece = "{\"city\":\"weihai\",\"effectiveDate\":\"2024-05-01\"}\n"
                .repeat(200)
                .getBytes(StandardCharsets.UTF_8);
        List<BatchRun> others = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            BatchRun other = batches.begin(LineObserver.NONE);
            other.feed(piece);
            others.add(other);
        }
        BatchRun last = batches.begin(LineObserver.NONE);
        last.feed(piece);
        assertEquals(1, lines(last.take()));
        others.forEach(BatchRun::cancel);
        last.take();
        assertEquals(BatchRun.PACKET, lines(last.take()));
    }

    @Test
    @DisplayName("among many that hold nothing holds as much as one alone")
    void idle_others() {
        for (int i = 0; i < 500; i++) {
            BatchRun other = batches.begin(LineObserver.NONE);
            other.feed(bytes(LINE));
            other.take();
        }
        BatchRun last = batches.begin(LineObserver.NONE);
        last.feed(bytes(LINE.repeat(200)));
        for (int i = 0; i < 4; i++) {
            assertEquals(BatchRun.PACKET, lines(last.take()));
        }
    }

    @Test
    @DisplayName("asks for the turn of each line once, and evaluates none before its turn")
    void turns() {
        AtomicInteger asked = new AtomicInteger();
        BatchRun batch = batches.begin(LineObserver.NONE, () -> asked.incrementAndGet() % 3 == 0 ? 7 : 0);
        batch.feed(bytes(LINE.repeat(7)));
        for (int i = 1; i <= 2; i++) {
            assertEquals(7, batch.millisToTurn());
            assertEquals(3 * i, asked.get());
            assertEquals(i == 1 ? 2 : 3, lines(batch.take()));
            assertNull(batch.next());
            assertFalse(batch.isHungry());
            batch.goOn();
        }
        assertEquals(0, batch.millisToTurn());
        assertEquals(2, lines(batch.take()));
        assertTrue(batch.isHungry());
        assertEquals(7, asked.get());
        batch.end();
        assertTrue(batch.isFinished());
    }

    private static long lines(byte[] output) {
        return new String(output, StandardCharsets.UTF_8).lines().count();
    }

    @Test
    @DisplayName("that nobody wants any more wants nothing itself")
    void cancelled() {
        BatchRun batch = batches.begin(LineObserver.NONE);
        batch.feed("{\"city\":\"weihai\"}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        assertFalse(batch.isHungry());
        batch.cancel();
        assertNull(batch.next());
        assertFalse(batch.isFinished());
    }

    @Test
    @DisplayName("is decided by the packages and the day it began with")
    void one_library() {
        AtomicReference<PackageLibrary> current = new AtomicReference<>(invented(1));
        EvaluationService changing = new EvaluationService(current::get, CLOCK);
        byte[] line = "{\"city\":\"云溪\"}\n".getBytes(StandardCharsets.UTF_8);
        try (BatchEvaluation others = new BatchEvaluation(changing, JSON, 2)) {
            BatchRun batch = others.begin(LineObserver.NONE);
            batch.feed(line);
            String before = new String(batch.take(), StandardCharsets.UTF_8);
            current.set(invented(2));
            batch.feed(line);
            assertEquals(before, new String(batch.take(), StandardCharsets.UTF_8));
            BatchRun next = others.begin(LineObserver.NONE);
            next.feed(line);
            assertFalse(Arrays.equals(before.getBytes(StandardCharsets.UTF_8), next.take()));
        }
    }

    @Test
    @DisplayName("gives the same bytes whatever the number of threads and wherever the input is cut")
    void same_for_any_threads() {
        String input = String.join("\n", Requests.drawn(300));
        byte[] expected = String.join("\n", run(batches.begin(LineObserver.NONE), input, 8192))
                .getBytes(StandardCharsets.UTF_8);
        for (int threads : new int[] {1, 3, 16}) {
            try (BatchEvaluation others = new BatchEvaluation(service, JSON, threads)) {
                byte[] same = String.join("\n", run(others.begin(LineObserver.NONE), input, 13 * threads))
                        .getBytes(StandardCharsets.UTF_8);
                assertArrayEquals(expected, same);
            }
        }
    }

    private static PackageLibrary invented(int version) {
        PackageFiles files = InventedPackage.version(version);
        return PackageLibrary.of(List.of(files), Bundled.SCHEMA);
    }

    private static List<String> run(BatchRun batch, String input, int size) {
        return run(batch, bytes(input), size);
    }

    private static List<String> run(BatchRun batch, byte[] input, int size) {
        List<String> lines = new ArrayList<>();
        run(batch, input, size, lines::add);
        return lines;
    }

    private static void run(BatchRun batch, byte[] input, int size, Consumer<String> lines) {
        int at = 0;
        while (!batch.isFinished()) {
            while (batch.isHungry()) {
                int to = Math.min(input.length, at + size);
                if (at == to) {
                    batch.end();
                } else {
                    batch.feed(Arrays.copyOfRange(input, at, to));
                }
                at = to;
            }
            if (batch.next() != null) {
                new String(batch.take(), StandardCharsets.UTF_8).lines().forEach(lines);
            }
        }
        new String(batch.summary(), StandardCharsets.UTF_8).lines().forEach(lines);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
