package luohu.language;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the days on which a rule can come to hold, or cease to, because of the effective date alone. */
public final class RuleTurns {

    private final Case context;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * @param context the facts; its own date does not matter
     * @param first the first day looked at
     * @param last the last day looked at, included
     */
    public RuleTurns(Case context, LocalDate first, LocalDate last) {
        this.context = context;
        this.first = first;
        this.last = last;
    }

    /** Every such day of one rule: on all other days it holds if and only if it did the day before. */
    public SortedSet<Turn> of(Rule rule) {
        SortedSet<Turn> turns = new TreeSet<>();
        collect(rule.body(), rule, turns);
        return turns;
    }

    private void collect(Formula formula, Rule rule, SortedSet<Turn> turns) {
        if (formula instanceof Atom atom) {
            Horizon horizon = atom.isJoin()
                    ? Horizon.ofEveryChange(first, last, turns::add)
                    : new Horizon(first, last, atom.operator(), atom.literals(), turns::add);
            collect(atom.property(), rule.slots().get(atom.slot()), horizon);
            if (atom.isJoin()) {
                collect(atom.otherProperty(), rule.slots().get(atom.otherSlot()), horizon);
            }
        } else if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> collect(part, rule, turns));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> collect(part, rule, turns));
        } else if (formula instanceof Formula.Not not) {
            collect(not.inner(), rule, turns);
        } else if (formula instanceof Formula.Some some) {
            collect(some.where(), rule, turns);
        }
    }

    private void collect(Property property, FactType type, Horizon horizon) {
        context.items(type).forEach(item -> property.reading().turns(item, horizon));
    }
}
