package luohu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.language.Atom;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Truth;
import org.drools.model.functions.Predicate1;

/**
 * What the patterns of a package ask of one item alone, each thing once: Drools tests an item once for all the rules that
 * ask the same, since it takes constraints of the same name for one.
 */
final class OwnTests {

    /**
     * A constraint of a pattern.
     *
     * @param name its name, which no other constraint of the package has
     * @param predicate whether an item passes
     */
    record OwnTest(String name, Predicate1<Item> predicate) {}

    private record Key(List<Formula> parts, Certainty reading) {}

    private final Map<Key, OwnTest> tests = new HashMap<>();

    /** The constraint that an item meets all parts, which speak of it alone, as far as the reading goes. */
    OwnTest of(List<Formula> parts, Certainty reading) {
        Formula.All all = new Formula.All(parts.stream().map(OwnTests::alone).toList());
        return tests.computeIfAbsent(
                new Key(all.parts(), reading),
                key -> new OwnTest("own " + tests.size(), item -> reading.accepts(truth(all, item))));
    }

    /** The same formula about the item in slot 0. */
    private static Formula alone(Formula formula) {
        if (formula instanceof Atom atom) {
            return new Atom(
                    0,
                    atom.property(),
                    atom.operator(),
                    atom.literals(),
                    atom.isJoin() ? 0 : atom.otherSlot(),
                    atom.otherProperty());
        } else if (formula instanceof Formula.Given) {
            return new Formula.Given(0);
        } else if (formula instanceof Formula.Not not) {
            return new Formula.Not(alone(not.inner()));
        } else if (formula instanceof Formula.Any any) {
            return new Formula.Any(any.parts().stream().map(OwnTests::alone).toList());
        }
        return new Formula.All(
                ((Formula.All) formula).parts().stream().map(OwnTests::alone).toList());
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
