package luohu.engine;

import java.util.List;
import java.util.Map;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Item;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;

/**
 * What a pattern asks of its item together with the items of patterns before it, as one constraint.
 *
 * @param formula what it asks
 * @param reading how it is read
 * @param slot the slot of its own item
 * @param slots the types of all slots of the rule; an item is found through who bears it
 */
record JoinTest(Formula formula, Certainty reading, int slot, List<FactType> slots) {

    /** Adds the constraint to a pattern, under a name, with the variables of the slots there are so far. */
    void constrain(PatternDef<Item> pattern, String id, Map<Integer, Variable<Item>> variables) {
        List<Integer> others =
                Slots.of(formula).stream().filter(each -> each != slot).toList();
        switch (others.size()) {
            case 1 -> pattern.expr(id, variables.get(others.get(0)), with(others.get(0)));
            case 2 ->
                pattern.expr(
                        id, variables.get(others.get(0)), variables.get(others.get(1)), (Predicate3<Item, Item, Item>)
                                (item, a, b) -> passes(others, item, a, b));
            case 3 ->
                pattern.expr(
                        id,
                        variables.get(others.get(0)),
                        variables.get(others.get(1)),
                        variables.get(others.get(2)),
                        (Predicate4<Item, Item, Item, Item>) (item, a, b, c) -> passes(others, item, a, b, c));
            default -> throw new IllegalStateException("a constraint over more than four patterns: " + formula);
        }
    }

    /** Nearly always one comparison of two items, which needs no frame. */
    private Predicate2<Item, Item> with(int other) {
        FactType own = slots.get(slot);
        FactType joined = slots.get(other);
        if (formula instanceof Atom atom) {
            return atom.slot() == slot
                    ? (item, a) -> reading.accepts(atom.of(item.as(own), a.as(joined)))
                    : (item, a) -> reading.accepts(atom.of(a.as(joined), item.as(own)));
        }
        List<Integer> others = List.of(other);
        return (item, a) -> passes(others, item, a);
    }

    private boolean passes(List<Integer> others, Item item, Item... joined) {
        Item[] frame = new Item[slots.size()];
        frame[slot] = item.as(slots.get(slot));
        for (int i = 0; i < joined.length; i++) {
            frame[others.get(i)] = joined[i].as(slots.get(others.get(i)));
        }
        return reading.accepts(formula.truth(frame, null));
    }
}
