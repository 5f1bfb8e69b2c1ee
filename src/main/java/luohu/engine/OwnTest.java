package luohu.engine;

import java.util.List;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Truth;
import org.drools.model.functions.Predicate1;

/** What a pattern asks of one item alone, as one constraint. */
final class OwnTest {

    private OwnTest() {}

    /** Passes who bears an item of a type that meets all parts, which speak of it alone, as far as the reading goes. */
    static Predicate1<Item> of(FactType type, List<Formula> parts, Certainty reading) {
        if (parts.size() == 1 && parts.get(0) instanceof Atom atom && !atom.isJoin()) { // as nearly half of them
            return bearer -> reading.accepts(atom.of(bearer.as(type)));
        }
        return bearer -> reading.accepts(all(parts, bearer.as(type)));
    }

    private static Truth truth(Formula formula, Item item) {
        if (formula instanceof Atom atom) {
            return atom.isJoin() ? atom.of(item, item) : atom.of(item);
        } else if (formula instanceof Formula.All all) {
            return all(all.parts(), item);
        } else if (formula instanceof Formula.Any any) {
            return any(any.parts(), item);
        } else if (formula instanceof Formula.Not not) {
            return truth(not.inner(), item).not();
        }
        return item.isGiven() ? Truth.TRUE : Truth.UNKNOWN;
    }

    private static Truth all(List<Formula> parts, Item item) {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(truth(parts.get(i), item));
        }
        return truth;
    }

    private static Truth any(List<Formula> parts, Item item) {
        Truth truth = Truth.FALSE;
        for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
            truth = truth.or(truth(parts.get(i), item));
        }
        return truth;
    }
}
