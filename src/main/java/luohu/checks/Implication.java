package luohu.checks;

import java.util.ArrayList;
import java.util.List;
import luohu.language.Atom;
import luohu.language.Formula;

/**
 * Whether conditions imply another one, whatever is known. What it finds implied is; what it does not find may still be:
 * the search is bounded, and joins between items are compared as they are written.
 */
final class Implication {

    private static final int LONGEST_SEARCH = 300;
    private static final int DEEPEST_SEARCH = 25;

    private final NormalForm form;
    private final Possibilities possibilities;
    private final int givenPerson;
    private final int goalPerson;
    private int steps;
    private int depth;

    /**
     * @param form the form that conditions and goal are in
     * @param possibilities settles what can be settled of one item alone
     * @param givenPerson the slot of the person that the conditions record; −1 for none
     * @param goalPerson the slot of the person that the goal records, who has to be the same; −1 for none
     */
    Implication(NormalForm form, Possibilities possibilities, int givenPerson, int goalPerson) {
        this.form = form;
        this.possibilities = possibilities;
        this.givenPerson = givenPerson;
        this.goalPerson = goalPerson;
    }

    /** Whether the goal holds wherever all of the conditions do. */
    boolean holds(List<Formula> conditions, Formula goal) {
        steps++;
        if (steps > LONGEST_SEARCH || depth == DEEPEST_SEARCH) {
            return false;
        }
        depth++;
        try {
            return implied(conditions, goal);
        } finally {
            depth--;
        }
    }

    private boolean implied(List<Formula> conditions, Formula goal) {
        List<Integer> items = new ArrayList<>();
        List<Formula> given = opened(conditions, items);
        if (goal instanceof Formula.All all) {
            return all.parts().stream().allMatch(part -> holds(given, part));
        } else if (given.contains(goal)) {
            return true;
        }
        for (Formula each : given) {
            if (each instanceof Formula.Any any && Formulas.subject(any).isEmpty()) {
                return any.parts().stream().allMatch(branch -> holds(replaced(given, any, branch), goal));
            }
        }
        return Formulas.subject(goal)
                .map(slot -> possibilities.implied(slot, about(slot, given), goal))
                .orElseGet(() -> found(given, items, goal));
    }

    private boolean found(List<Formula> given, List<Integer> items, Formula goal) {
        if (goal instanceof Formula.Any any) {
            return any.parts().stream().anyMatch(branch -> holds(given, branch));
        } else if (goal instanceof Formula.Some some && !form.isOutcome(some)) {
            return candidates(given, items).stream()
                    .filter(slot -> form.type(slot) == some.type())
                    .filter(slot -> some.slot() != goalPerson || slot == givenPerson)
                    .anyMatch(slot -> holds(given, Formulas.with(some.where(), some.slot(), slot)));
        } else if (goal instanceof Formula.Not not) {
            return given.stream()
                    .filter(Formula.Not.class::isInstance)
                    .map(each -> ((Formula.Not) each).inner())
                    .anyMatch(inner -> holds(with(given, not.inner()), inner));
        } else if (goal instanceof Formula.Given item) {
            return !about(item.slot(), given).isEmpty();
        }
        return false;
    }

    /** The items that conditions speak about. */
    private static List<Integer> candidates(List<Formula> given, List<Integer> opened) {
        List<Integer> items = new ArrayList<>(opened);
        Formulas.atoms(given).stream()
                .map(Atom::slot)
                .filter(slot -> !items.contains(slot))
                .forEach(items::add);
        return items;
    }

    /** Conditions with the items they look for at hand. */
    private List<Formula> opened(List<Formula> conditions, List<Integer> items) {
        List<Formula> opened = new ArrayList<>();
        for (Formula each : Formulas.flat(conditions)) {
            opened.add(each);
            if (each instanceof Formula.Some some && !form.isOutcome(some)) {
                items.add(some.slot());
                opened.addAll(opened(some.where().parts(), items));
            }
        }
        return opened.stream().distinct().toList();
    }

    private static List<Formula> about(int slot, List<Formula> given) {
        return given.stream()
                .filter(each -> Formulas.subject(each)
                        .filter(subject -> subject == slot)
                        .isPresent())
                .toList();
    }

    private static List<Formula> replaced(List<Formula> given, Formula old, Formula other) {
        return with(given.stream().filter(each -> each != old).toList(), other);
    }

    private static List<Formula> with(List<Formula> given, Formula other) {
        List<Formula> all = new ArrayList<>(given);
        all.add(other);
        return all;
    }
}
