package luohu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import luohu.bench.PeerRace.Applicant;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.scenarios.ScenarioReader;
import luohu.testing.Applicants;
import luohu.testing.Bundled;
import org.jboss.logmanager.LogContext;

/**
 * Compares Luohu with other engines that decide the same policy. Each has a process of its own, with its own libraries alone, as
 * Luohu has; what is timed is within one process and leaves out how applicants get there. An engine is timed only after
 * it has given the outcomes that Luohu gives, for every scenario of the package and for random applicants.
 */
public final class PeerTable {

    private static final String ID = "weihai-2021-10-21";
    private static final Path INPUT = Path.of("target", "peers", "applicants.json");
    private static final int RANDOM_APPLICANTS = 1_000;

    private PeerTable() {}

    /** Takes the number of rounds and the least milliseconds of each. */
    public static void main(String[] args) throws IOException {
        LogContext.getLogContext().getLogger("").setLevel(java.util.logging.Level.INFO); // as in the service
        PackageDecider decider = Bundled.decider(ID);
        List<Applicant> timed = new ScenarioReader()
                .read(Bundled.files(ID)).stream()
                        .map(each -> new Applicant(each.facts(), each.date()))
                        .toList();
        Applicants random = Applicants.to(ID);
        List<Applicant> all = Stream.concat(
                        timed.stream(),
                        LongStream.range(0, RANDOM_APPLICANTS)
                                .mapToObj(random::partlyKnown)
                                .map(each -> new Applicant(each.facts(), each.date())))
                .toList();
        PeerInput input = new PeerInput(timed.size());
        all.forEach(each -> input.add(each.facts(), each.date()));
        Files.createDirectories(INPUT.getParent());
        Files.write(INPUT, input.bytes());
        System.out.printf(
                "%d cores, %s %s; outcomes compared for %d applicants, %d of them timed%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                all.size(),
                timed.size());
        System.out.println("| engine | version | µs per decision | to Luohu explained | to Luohu bare |");
        System.out.println("| --- | --- | ---: | ---: | ---: |");
        PeerRace race = new PeerRace(decider, timed, Integer.parseInt(args[0]), Long.parseLong(args[1]));
        for (List<String> command : commands()) {
            try (PeerProcess peer = new PeerProcess(command)) {
                agree(decider, all, peer);
                PeerRace.Times times = race.against(peer);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.2f | %.2f |%n",
                        peer.library(),
                        peer.version(),
                        times.micros(),
                        times.toExplained(),
                        times.toBare());
            }
        }
        System.out.printf(Locale.ROOT, "| Luohu, explained | | %.1f | | |%n", race.explained());
        System.out.printf(Locale.ROOT, "| Luohu, bare | | %.1f | | |%n", race.bare());
    }

    private static List<List<String>> commands() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String libraries = Path.of("bench", "peers", "target", "classes")
                + System.getProperty("path.separator")
                + Path.of("bench", "peers", "target", "lib", "*");
        String rounds = Path.of("bench", "peers", "js", "rounds.mjs").toString();
        String input = INPUT.toString();
        return List.of(
                List.of(java, "-classpath", libraries, "luohu.peers.Rounds", "dmn", input),
                List.of(java, "-classpath", libraries, "luohu.peers.Rounds", "evrete", input),
                List.of("node", rounds, "zen", input),
                List.of("node", rounds, "json-rules", input));
    }

    /** Fails at the first applicant of whom the other engine says anything else. */
    private static void agree(PackageDecider decider, List<Applicant> applicants, PeerProcess peer) throws IOException {
        List<String> answers = peer.answers(applicants.size());
        for (int i = 0; i < applicants.size(); i++) {
            Applicant applicant = applicants.get(i);
            List<String> theirs = List.of(answers.get(i).split(" "));
            List<PathwayAnswer> ours =
                    decider.decide(applicant.facts(), applicant.date()).pathways();
            for (int at = 0; at < ours.size(); at++) {
                String expected = ours.get(at).outcome().name();
                if (theirs.size() != ours.size() || !theirs.get(at).equals(expected)) {
                    throw new IllegalStateException(peer.library() + " differs on applicant " + i + ": "
                            + ours.get(at).code() + " is " + expected + ", not " + answers.get(i) + "\n" + applicant);
                }
            }
        }
    }
}
