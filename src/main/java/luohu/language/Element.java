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
            constraints.forEach(constraint -> collect(constraint, uses));
            uses.remove(slot);
            return uses;
        }

        private static void collect(Formula formula, Set<Integer> uses) {
            if (formula instanceof Atom atom && atom.isJoin()) {
                uses.add(atom.otherSlot());
            } else if (formula instanceof Formula.All all) {
                all.parts().forEach(part -> collect(part, uses));
            } else if (formula instanceof Formula.Any any) {
                any.parts().forEach(part -> collect(part, uses));
            }
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
