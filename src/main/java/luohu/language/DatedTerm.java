package luohu.language;

import java.time.LocalDate;

/** A term that depends on the effective date; says itself on which days it turns. */
interface DatedTerm {

    /** Its value on a date, for a day that a fact states. */
    Object value(LocalDate day, LocalDate date);

    /** The first day of each value that makes a difference to what the term is compared with. */
    void turns(LocalDate day, Item item, Horizon horizon);
}
