package luohu.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a rule's left-hand side as it is written, before patterns that belong together are nested. */
sealed interface Element {

    /** The slots of outer patterns that this part refers to. */
    Set<Integer> uses();

    /** A pattern with its constraints. */
    record Pattern(int slot, FactType type, List<Formula> constraints) implements Element {

        @Override
        public Set<Integer> uses() {
            Set<Integer> uses = new HashSet<>();
            constraints.forEach(constraint -> uses.addAll(joins(constraint)));
            return uses;
        }
    }

    /** {@code not (…)}. */
    record None(List<Element> inner) implements Element {

        @Override
        public Set<Integer> uses() {
            return usesOf(inner);
        }
    }

    /** {@code exists (…)}. */
    record Exists(List<Element> inner) implements Element {

        @Override
        public Set<Integer> uses() {
            return usesOf(inner);
        }
    }

    /** {@code (… or …)}. */
    record Either(List<List<Element>> branches) implements Element {

        @Override
        public Set<Integer> uses() {
            return branches.stream().flatMap(branch -> usesOf(branch).stream()).collect(Collectors.toSet());
        }
    }

    /** The slots of the other items that a constraint compares with. */
    static Set<Integer> joins(Formula constraint) {
        Set<Integer> joins = new HashSet<>();
        if (constraint instanceof Atom atom && atom.isJoin() && atom.otherSlot() != atom.slot()) {
            joins.add(atom.otherSlot());
        } else if (constraint instanceof Formula.All all) {
            all.parts().forEach(part -> joins.addAll(joins(part)));
        } else if (constraint instanceof Formula.Any any) {
            any.parts().forEach(part -> joins.addAll(joins(part)));
        }
        return joins;
    }

    private static Set<Integer> usesOf(List<Element> elements) {
        Set<Integer> uses = new HashSet<>();
        elements.forEach(element -> uses.addAll(element.uses()));
        elements.forEach(element -> {
            if (element instanceof Pattern pattern) {
                uses.remove(pattern.slot());
            }
        });
        return uses;
    }
}
