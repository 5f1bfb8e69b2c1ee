package luohu.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import luohu.facts.Facts;

/**
 * Which evaluations are short enough for an event loop, on which other requests wait meanwhile. What reading takes is bounded by the
 * length of the body; what deciding takes, by how many combinations of items the rules can have to look at: 100 homes and 100
 * jobs take 300 bytes to state and far longer to decide than any real applicant.
 */
final class ShortWork {

    /** Four times what an applicant with a family, several homes and jobs takes to state. */
    static final int LONGEST_BODY = 8 * 1024;

    /** A family of five with two homes, two insured jobs and a degree has half as many. */
    private static final long MOST_COMBINATIONS = 2_500;

    private ShortWork() {}

    /** Whether it is short to read a body. */
    static boolean isShort(byte[] body) {
        return body.length <= LONGEST_BODY;
    }

    /** Whether it is short to decide by facts. */
    static boolean isShort(Facts facts) {
        long combinations = 1;
        long longest = 1;
        for (List<?> items : joined(facts)) {
            combinations *= 1 + items.size(); // of one list as long as it may be 101, of all six 10¹²
            longest = Math.max(longest, 1 + items.size());
        }
        return combinations * longest <= MOST_COMBINATIONS; // rules bring relatives together with relatives, too
    }

    /** The lists whose items rules bring together. */
    private static List<List<?>> joined(Facts facts) {
        return Stream.<List<?>>of(
                        facts.relatives(),
                        facts.homes(),
                        facts.jobs(),
                        facts.insurances(),
                        facts.studies(),
                        facts.rural() == null ? null : facts.rural().homesteads())
                .filter(Objects::nonNull)
                .toList();
    }
}
