package luohu.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Operator;
import luohu.language.Rule;
import luohu.language.Vocabulary;

/**
 * The bodies of rules in one space of slots and in a form in which everything asked of one item stands together: patterns
 * over the one applicant, the one service in the forces and so on become conditions on that item, {@code this == $x} becomes
 * the item meant, and {@code holds == false} the negation of {@code holds == true}.
 */
final class NormalForm {

    /**
     * What a rule asks.
     *
     * @param parts what all has to hold
     * @param person the slot of the person it records; −1 for the applicant
     */
    record Body(List<Formula> parts, int person) {}

    private final Vocabulary vocabulary;
    private final List<FactType> types = new ArrayList<>();

    NormalForm(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        types.addAll(vocabulary.types()); // a slot for each type of which there is one item; those of lists stay unused
    }

    /** What a rule asks, and of whom. */
    Body of(Rule rule) {
        int first = types.size();
        types.addAll(rule.slots());
        Map<Integer, Integer> slots = new HashMap<>();
        for (int i = 0; i < rule.slots().size(); i++) {
            slots.put(i, first + i);
        }
        List<Formula> parts = Formulas.flat(List.of(normal(rule.body(), slots)));
        return new Body(parts, slots.getOrDefault(rule.personSlot(), -1));
    }

    /** Whether a block asks what became of another pathway; such blocks are compared as a whole. */
    boolean isOutcome(Formula.Some some) {
        return some.type() == vocabulary.pathway();
    }

    /** The type of the items that a slot holds. */
    FactType type(int slot) {
        return types.get(slot);
    }

    /** How many slots there are. */
    int size() {
        return types.size();
    }

    private Formula normal(Formula formula, Map<Integer, Integer> slots) {
        if (formula instanceof Formula.All all) {
            return new Formula.All(Formulas.flat(normal(all.parts(), slots)));
        } else if (formula instanceof Formula.Any any) {
            return new Formula.Any(normal(any.parts(), slots));
        } else if (formula instanceof Formula.Not not) {
            Formula inner = normal(not.inner(), slots);
            return inner instanceof Formula.Not twice ? twice.inner() : new Formula.Not(inner);
        } else if (formula instanceof Formula.Some some) {
            return normal(some, slots);
        } else if (formula instanceof Formula.Given given) {
            int slot = slots.get(given.slot());
            return slot < vocabulary.types().size() ? new Formula.All(List.of()) : new Formula.Given(slot);
        }
        return Formulas.renamed(formula, slots);
    }

    private List<Formula> normal(List<Formula> parts, Map<Integer, Integer> slots) {
        return parts.stream().map(part -> normal(part, slots)).toList();
    }

    private Formula normal(Formula.Some some, Map<Integer, Integer> slots) {
        if (some.type() == vocabulary.pathway()) {
            return outcome(some);
        }
        Optional<Atom> same = some.where().parts().stream()
                .filter(part -> part instanceof Atom atom && atom.property().isThis())
                .map(Atom.class::cast)
                .findFirst();
        if (some.type().isList() && same.isEmpty()) {
            return new Formula.Some(
                    slots.get(some.slot()),
                    some.type(),
                    new Formula.All(Formulas.flat(normal(some.where().parts(), slots))));
        }
        int meant = same.isPresent() ? slots.get(same.get().otherSlot()) : types.indexOf(some.type());
        slots.put(some.slot(), meant);
        List<Formula> asked = some.where().parts().stream()
                .filter(part -> same.isEmpty() || part != same.get())
                .toList();
        return new Formula.All(Formulas.flat(normal(asked, slots)));
    }

    /** Whether a pathway holds, always put the same way, so that two questions about it can be compared. */
    private Formula outcome(Formula.Some some) {
        int slot = types.indexOf(some.type());
        Map<Integer, Integer> renaming = Map.of(some.slot(), slot);
        if (Formulas.atoms(some.where().parts()).stream()
                .anyMatch(atom -> atom.operator() == Operator.IN || atom.operator() == Operator.NOT_IN)) {
            return Formulas.renamed(some, renaming);
        }
        List<Formula> where = new ArrayList<>();
        boolean holds = true;
        for (Formula part : some.where().parts()) {
            Atom atom = (Atom) Formulas.renamed(part, renaming);
            if (atom.property().name().equals("holds")) {
                holds = atom.operator() == Operator.EQUAL == atom.literals().contains(Boolean.TRUE);
            } else {
                where.add(atom);
            }
        }
        where.add(new Atom(slot, some.type().property("holds"), Operator.EQUAL, List.of(Boolean.TRUE), -1, null));
        Formula asked = new Formula.Some(slot, some.type(), new Formula.All(where));
        return holds ? asked : new Formula.Not(asked);
    }
}
