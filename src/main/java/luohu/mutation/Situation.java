package luohu.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.function.Consumer;
import luohu.binding.RecordReader;
import luohu.facts.Facts;
import luohu.scenarios.ScenarioReader.Ready;

/**
 * Facts to look around from.
 *
 * @param written the facts in the wire format
 * @param base the scenario they come from, which gives the day and the file
 * @param neighbours makes the facts that surround them
 */
record Situation(JsonNode written, Ready base, Neighbours neighbours) {

    /** Other facts, on the same day and with the same surroundings. */
    Situation at(JsonNode other) {
        return new Situation(other, base, neighbours);
    }

    /** The effective date. */
    LocalDate date() {
        return base.date();
    }

    /** The facts as the engine takes them; null when an edit left a value that nothing can be read from. */
    Facts facts() {
        RecordReader reader = new RecordReader();
        Facts facts = reader.read(written, Facts.class);
        return reader.faults().isEmpty() ? facts : null;
    }

    /** Hands over what differs from here by a single edit. */
    void around(Consumer<Situation> found) {
        neighbours.of(written, other -> found.accept(at(other)));
    }
}
