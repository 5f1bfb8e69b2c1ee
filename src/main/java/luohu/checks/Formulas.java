package luohu.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import luohu.language.Atom;
import luohu.language.Formula;

/** What can be said of formulas by their shape alone. */
final class Formulas {

    private Formulas() {}

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

    /** Every comparison within conditions. */
    static List<Atom> atoms(List<Formula> conditions) {
        List<Atom> atoms = new ArrayList<>();
        for (Formula each : conditions) {
            if (each instanceof Atom atom) {
                atoms.add(atom);
            } else if (each instanceof Formula.All all) {
                atoms.addAll(atoms(all.parts()));
            } else if (each instanceof Formula.Any any) {
                atoms.addAll(atoms(any.parts()));
            } else if (each instanceof Formula.Not not) {
                atoms.addAll(atoms(List.of(not.inner())));
            }
        }
        return atoms;
    }

    /** The formula with slots given other numbers. */
    static Formula renamed(Formula formula, Map<Integer, Integer> slots) {
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
