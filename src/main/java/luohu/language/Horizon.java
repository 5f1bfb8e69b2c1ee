package luohu.language;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * The days that are looked at for turns, and what the property in question is compared with.
 *
 * @param first the first day
 * @param last the last day, included
 * @param operator how it is compared; null where every change of its value counts
 * @param literals what it is compared with; empty where every change counts
 * @param turns takes the turns
 */
record Horizon(LocalDate first, LocalDate last, Operator operator, List<Object> literals, Consumer<Turn> turns) {

    /** Looks for every change of a value, whatever it is compared with. */
    static Horizon ofEveryChange(LocalDate first, LocalDate last, Consumer<Turn> turns) {
        return new Horizon(first, last, null, List.of(), turns);
    }

    /** The same days, for a value that something else is made of before it is compared. */
    Horizon ofEveryChange() {
        return ofEveryChange(first, last, turns);
    }

    /** Takes a turn that lies within the days looked at. */
    void accept(Turn turn) {
        if (!turn.day().isBefore(first) && !turn.day().isAfter(last)) {
            turns.accept(turn);
        }
    }
}
