package luohu.language;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A day on which the same facts begin to mean something else.
 *
 * @param day the first day of the new meaning
 * @param cause what happens on that day
 * @param fact the fact it follows from, with its index: {@code jobs[0].startDate}
 * @param number how many months or years are reached
 */
public record Turn(LocalDate day, Cause cause, String fact, int number) implements Comparable<Turn> {

    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::day)
            .thenComparing(Turn::cause)
            .thenComparing(Turn::fact)
            .thenComparing(Turn::number);

    /** What happens on such a day. */
    public enum Cause {
        /** A job has lasted a number of months. */
        MONTHS_REACHED,
        /** Somebody comes of age. */
        ADULT
    }

    @Override
    public int compareTo(Turn other) {
        return ORDER.compare(this, other);
    }
}
