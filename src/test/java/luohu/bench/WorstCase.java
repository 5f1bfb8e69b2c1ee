package luohu.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.service.AnswerJson;

/**
 * Looks for the applicant within the limits of a request whose evaluation takes longest: lists of 100, everything joined with
 * everything, all of it known, unknown or known by halves.
 */
final class WorstCase {

    /** The largest request that is read, in bytes. */
    private static final int LARGEST = 256 * 1024;

    /** So many of the slowest applicants of the first look are looked at closely. */
    private static final int SHORTLIST = 5;

    private static final ObjectMapper JSON =
            AnswerJson.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final PackageDecider decider;
    private final List<Applicant> applicants = new ArrayList<>();

    /** An applicant and how they came about. */
    record Applicant(String what, Facts facts) {}

    WorstCase(PackageDecider decider) {
        this.decider = decider;
    }

    /** The slowest of the applicants tried. */
    Applicant find() {
        candidates();
        List<Applicant> shortlist = bySlowness(applicants, 3).subList(0, SHORTLIST);
        return bySlowness(shortlist, 10).get(0);
    }

    /** Each is taken at its quickest of some evaluations, which leaves out what disturbs the machine. */
    private List<Applicant> bySlowness(List<Applicant> all, int evaluations) {
        Map<Applicant, Double> times = new IdentityHashMap<>();
        all.forEach(each -> times.put(each, quickest(each, evaluations)));
        return all.stream()
                .sorted(Comparator.comparing((Applicant each) -> -times.get(each)))
                .toList();
    }

    private void candidates() {
        Random random = new Random(1);
        LongLists lists = new LongLists(Growth.division(decider), random);
        for (String area : new String[] {"URBAN", "RURAL", null}) {
            for (int holders : new int[] {1, 10, 50, LongLists.LONGEST}) {
                for (double unknown : new double[] {0, 0.1, 0.5, 1}) {
                    add(
                            area + ", " + holders + " holders, " + unknown + " unknown",
                            lists.joined(area, holders, unknown));
                }
            }
        }
        for (int i = 0; i < 10; i++) {
            add("drawn " + i, lists.of(LongLists.LONGEST, LongLists.LONGEST, LongLists.LONGEST));
        }
    }

    private void add(String what, Facts facts) {
        try {
            if (JSON.writeValueAsBytes(facts).length <= LARGEST) {
                applicants.add(new Applicant(what, facts));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private double quickest(Applicant applicant, int times) {
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            quickest = Math.min(quickest, Growth.once(decider, applicant.facts()));
        }
        return quickest;
    }
}
