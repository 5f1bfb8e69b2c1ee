package luohu.packages;

import java.time.LocalDate;
import luohu.binding.Required;

/**
 * When a document is in force.
 *
 * @param from the first day
 * @param fromBasis what the first day rests on
 * @param to the last day, included; null where the document states no end
 * @param clause where the document says so
 * @param quote the words the dates rest on
 */
public record Effective(
        @Required LocalDate from,
        @Required FromBasis fromBasis,
        LocalDate to,
        @Required String clause,
        @Required String quote) {

    /** What the first day of a document rests on. */
    public enum FromBasis {
        /** The document states it. */
        STATED,
        /** No start clause: the day the document bears. */
        DOCUMENT_DATE,
        /** Inferred from what the text says of its time. */
        INFERRED
    }

    /** Whether the document is in force on a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether two documents are in force on a common day. */
    public boolean overlaps(Effective other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
