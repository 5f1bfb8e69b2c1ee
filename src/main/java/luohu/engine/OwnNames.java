package luohu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;

/** Names for what patterns ask of their own item: the same one wherever the same is asked, so that Drools asks it once. */
final class OwnNames {

    private record Asked(FactType type, List<Formula> parts) {}

    private final Map<Asked, Integer> numbers = new HashMap<>();

    /** A name for what is asked of an item of a type. */
    String of(FactType type, List<Formula> parts) {
        int next = numbers.size();
        return type.name() + " " + numbers.computeIfAbsent(new Asked(type, anywhere(parts)), asked -> next);
    }

    /** The same formulas, whatever slot the item has. */
    private static List<Formula> anywhere(List<Formula> parts) {
        return parts.stream().map(OwnNames::anywhere).toList();
    }

    private static Formula anywhere(Formula formula) {
        if (formula instanceof Atom atom) {
            return new Atom(
                    0,
                    atom.property(),
                    atom.operator(),
                    atom.literals(),
                    atom.isJoin() ? 0 : atom.otherSlot(),
                    atom.otherProperty());
        } else if (formula instanceof Formula.All all) {
            return new Formula.All(anywhere(all.parts()));
        } else if (formula instanceof Formula.Any any) {
            return new Formula.Any(anywhere(any.parts()));
        } else if (formula instanceof Formula.Not not) {
            return new Formula.Not(anywhere(not.inner()));
        } else if (formula instanceof Formula.Given) {
            return new Formula.Given(0);
        }
        throw new IllegalStateException("looks for an item of its own: " + formula);
    }
}
