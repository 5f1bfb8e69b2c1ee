package luohu.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Decides and times on demand: {@code answers} for the outcomes of all applicants, {@code round MILLIS} for a round. */
public final class Rounds {

    private static final double NANOS_PER_MICRO = 1_000;

    private Rounds() {}

    /** Takes the engine and the file of the applicants. */
    public static void main(String[] args) throws IOException {
        JsonNode input = new ObjectMapper().readTree(new File(args[1]));
        switch (args[0]) {
            case "dmn" -> answer(new DmnPeer(), input);
            case "evrete" -> answer(new EvretePeer(), input);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static <A> void answer(Peer<A> peer, JsonNode input) throws IOException {
        ObjectMapper mapper =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
        List<A> applicants = new ArrayList<>();
        input.get("applicants").forEach(each -> applicants.add(peer.applicant(each, mapper)));
        List<A> timed = applicants.subList(0, input.get("timed").intValue());
        System.out.println(peer.library() + " " + versions().getProperty(peer.library()));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            if (line.equals("answers")) {
                applicants.forEach(each -> System.out.println(
                        peer.decide(each).stream().map(Peer.Outcome::name).collect(Collectors.joining(" "))));
            } else {
                System.out.println(round(peer, timed, Long.parseLong(line.substring("round ".length()))));
            }
        }
    }

    private static Properties versions() throws IOException {
        Properties versions = new Properties();
        try (InputStream file = Rounds.class.getResourceAsStream("/versions.properties")) {
            versions.load(file);
        }
        return versions;
    }

    /** Microseconds per decision. */
    private static <A> double round(Peer<A> peer, List<A> timed, long millis) {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        long decisions = 0;
        do {
            for (A applicant : timed) {
                peer.decide(applicant);
            }
            decisions += timed.size();
        } while (System.nanoTime() < end);
        return (System.nanoTime() - start) / NANOS_PER_MICRO / decisions;
    }
}
