package luohu.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        List<Formula> parts = flat(List.of(normal(rule.body(), slots)));
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

    /** Parts that all have to hold, with nested ones taken apart. */
    static List<Formula> flat(List<Formula> parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Formula.All all) {
                flat.addAll(flat(all.parts()));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    /** The one item that a condition is about; empty when it is about several, or looks for items. */
    static Optional<Integer> subject(Formula formula) {
        Set<Integer> slots = new TreeSet<>();
        return collect(formula, slots) && slots.size() == 1
                ? Optional.of(slots.iterator().next())
                : Optional.empty();
    }

    /** The formula with another item in the place of one. */
    static Formula with(Formula formula, int slot, int other) {
        return renamed(formula, Map.of(slot, other));
    }

    private Formula normal(Formula formula, Map<Integer, Integer> slots) {
        if (formula instanceof Formula.All all) {
            return new Formula.All(flat(normal(all.parts(), slots)));
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
        return renamed(formula, slots);
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
                    new Formula.All(flat(normal(some.where().parts(), slots))));
        }
        int meant = same.isPresent() ? slots.get(same.get().otherSlot()) : types.indexOf(some.type());
        slots.put(some.slot(), meant);
        List<Formula> asked = some.where().parts().stream()
                .filter(part -> same.isEmpty() || part != same.get())
                .toList();
        return new Formula.All(flat(normal(asked, slots)));
    }

    /** Whether a pathway holds, always put the same way, so that two questions about it can be compared. */
    private Formula outcome(Formula.Some some) {
        int slot = types.indexOf(some.type());
        Map<Integer, Integer> renaming = Map.of(some.slot(), slot);
        if (Worlds.atoms(some.where().parts()).stream()
                .anyMatch(atom -> atom.operator() == Operator.IN || atom.operator() == Operator.NOT_IN)) {
            return renamed(some, renaming);
        }
        List<Formula> where = new ArrayList<>();
        boolean holds = true;
        for (Formula part : some.where().parts()) {
            Atom atom = (Atom) renamed(part, renaming);
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

    private static Formula renamed(Formula formula, Map<Integer, Integer> slots) {
        if (formula instanceof Atom atom) {
            int other = slots.getOrDefault(atom.otherSlot(), atom.otherSlot());
            return new Atom(
                    slots.getOrDefault(atom.slot(), atom.slot()),
                    atom.property(),
                    atom.operator(),
                    atom.literals(),
                    other,
                    atom.otherProperty());
        } else if (formula instanceof Formula.Given given) {
            return new Formula.Given(slots.getOrDefault(given.slot(), given.slot()));
        } else if (formula instanceof Formula.All all) {
            return new Formula.All(renamed(all.parts(), slots));
        } else if (formula instanceof Formula.Any any) {
            return new Formula.Any(renamed(any.parts(), slots));
        } else if (formula instanceof Formula.Not not) {
            return new Formula.Not(renamed(not.inner(), slots));
        }
        Formula.Some some = (Formula.Some) formula;
        return new Formula.Some(
                slots.getOrDefault(some.slot(), some.slot()),
                some.type(),
                new Formula.All(renamed(some.where().parts(), slots)));
    }

    private static List<Formula> renamed(List<Formula> parts, Map<Integer, Integer> slots) {
        return parts.stream().map(part -> renamed(part, slots)).toList();
    }

    private static boolean collect(Formula formula, Set<Integer> slots) {
        if (formula instanceof Atom atom) {
            slots.add(atom.slot());
            if (atom.isJoin()) {
                slots.add(atom.otherSlot());
            }
            return !atom.property().isThis();
        } else if (formula instanceof Formula.All all) {
            return all.parts().stream().allMatch(part -> collect(part, slots));
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().allMatch(part -> collect(part, slots));
        } else if (formula instanceof Formula.Not not) {
            return collect(not.inner(), slots);
        }
        return false;
    }
}
