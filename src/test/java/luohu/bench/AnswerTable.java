package luohu.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.stream.IntStream;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.service.AnswerJson;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import org.jboss.logmanager.LogContext;

/**
 * Writing answers as Jackson alone does against writing them in pieces, for the applicants of each package's own scenarios. Rounds of the
 * two take turns, so that what disturbs the machine meets both; times are medians over the rounds, ratios medians over the pairs. Prints a
 * table in Markdown, and at last how long the explorer's examples take from request to answer where there is no network.
 */
public final class AnswerTable {

    private static final int WARM_UP = 20;
    private static final long ROUND_NANOS = 50_000_000;

    private final int rounds;
    private final ObjectWriter jackson = AnswerJson.mapper().writer();
    private final AnswerWriter pieces = new AnswerWriter(AnswerJson.mapper());

    private AnswerTable(int rounds) {
        this.rounds = rounds;
    }

    /** Takes the number of rounds; 20 unless said otherwise. */
    public static void main(String[] args) throws IOException {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        List<PackageFiles> packages = PackageFolders.bundled();
        PackageLibrary library = PackageLibrary.of(packages, new FactSchema());
        AnswerTable table = new AnswerTable(args.length == 0 ? 20 : Integer.parseInt(args[0]));
        System.out.println(
                "| package | bytes of an answer | Jackson, µs | in pieces, µs | ratio | Jackson, KiB | in pieces, KiB"
                        + " | decided and written: Jackson, µs | in pieces, µs | ratio |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (PackageFiles files : packages) {
            PackageDecider decider =
                    library.byId(files.folder().replace('/', '-')).orElseThrow().decider();
            table.print(decider, new ScenarioReader().read(files).toArray(Ready[]::new));
        }
        table.printWhole(new EvaluationService(() -> library, Clock.system(ZoneId.of("Asia/Shanghai"))));
    }

    /** Reading, deciding and writing, as a request over HTTP has it, without HTTP. */
    private void printWhole(EvaluationService service) throws IOException {
        byte[][] requests = Examples.lines().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Pair both = compare(
                requests.length,
                i -> service.readIfSound(requests[i])
                        .map(request -> requests[i])
                        .orElseThrow(),
                i -> pieces.bytes(
                        service.decide(service.readIfSound(requests[i]).orElseThrow())));
        System.out.printf(
                Locale.ROOT,
                "%nThe explorer's %d examples in turn: read, %.1f µs; read, decided and written in pieces, %.1f µs%n",
                requests.length,
                both.before().micros(),
                both.after().micros());
    }

    private void print(PackageDecider decider, Ready[] applicants) {
        EvaluationAnswer[] answers =
                Arrays.stream(applicants).map(each -> answer(decider, each)).toArray(EvaluationAnswer[]::new);
        double bytes = Arrays.stream(answers)
                .mapToInt(each -> pieces.bytes(each).length)
                .average()
                .orElseThrow();
        Pair writing = compare(answers.length, i -> plain(answers[i]), i -> pieces.bytes(answers[i]));
        Pair both = compare(
                applicants.length,
                i -> plain(answer(decider, applicants[i])),
                i -> pieces.bytes(answer(decider, applicants[i])));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.2f | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
                decider.policy().id(),
                bytes,
                writing.before().micros(),
                writing.after().micros(),
                writing.ratio(),
                writing.before().kibibytes(),
                writing.after().kibibytes(),
                both.before().micros(),
                both.after().micros(),
                both.ratio());
    }

    private static EvaluationAnswer answer(PackageDecider decider, Ready applicant) {
        return EvaluationAnswer.of(
                "n1", applicant.date(), decider, decider.decide(applicant.facts(), applicant.date()));
    }

    private byte[] plain(EvaluationAnswer answer) {
        try {
            return jackson.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Pair compare(int count, Work before, Work after) {
        for (int i = 0; i < WARM_UP; i++) {
            round(count, before);
            round(count, after);
        }
        Round[] first = new Round[rounds];
        Round[] second = new Round[rounds];
        for (int i = 0; i < rounds; i++) {
            first[i] = round(count, before);
            second[i] = round(count, after);
        }
        double ratio = median(IntStream.range(0, rounds)
                .mapToDouble(i -> second[i].micros() / first[i].micros())
                .toArray());
        return new Pair(Round.median(first), Round.median(second), ratio);
    }

    private static Round round(int count, Work work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        long length = 0;
        int done = 0;
        while (System.nanoTime() - begin < ROUND_NANOS) {
            for (int i = 0; i < count; i++) {
                length += work.bytes(i).length;
            }
            done += count;
        }
        if (length == 0) { // so that no work can be left out
            throw new IllegalStateException("nothing written");
        }
        return new Round(
                (System.nanoTime() - begin) / 1e3 / done,
                (threads.getCurrentThreadAllocatedBytes() - bytes) / 1024.0 / done);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Writes the answer of a number. */
    private interface Work {
        byte[] bytes(int number);
    }

    /** What an answer took in one round. */
    private record Round(double micros, double kibibytes) {

        static Round median(Round[] rounds) {
            return new Round(
                    AnswerTable.median(
                            Arrays.stream(rounds).mapToDouble(Round::micros).toArray()),
                    AnswerTable.median(
                            Arrays.stream(rounds).mapToDouble(Round::kibibytes).toArray()));
        }
    }

    /** The two compared. */
    private record Pair(Round before, Round after, double ratio) {}
}
