package luohu.comparison;

import java.util.List;
import java.util.stream.IntStream;
import luohu.engine.Ask;
import luohu.facts.Facts;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Operator;

/**
 * Whether whoever meets a rule meets one thing asked elsewhere as well, so that a city which asks for less is not said to ask for
 * something of its own. Says yes only where that is certain; the two may stand in rules of different packages.
 */
record Entailment(List<FactType> slots, List<FactType> otherSlots) {

    private static final String SELF_OR_CLOSE_RELATIVE = "selfOrCloseRelative";

    /** Whether whoever meets everything that a rule asks meets {@code other}. */
    static boolean holds(List<Ask> rule, Ask other) {
        return rule.stream().anyMatch(each -> each.text().equals(other.text()))
                || !rule.isEmpty()
                        && new Entailment(
                                        rule.get(0).rule().slots(), other.rule().slots())
                                .holds(
                                        new Formula.All(
                                                rule.stream().map(Ask::formula).toList()),
                                        other.formula());
    }

    /** Whether a thing asked keeps nobody out: that a person is the applicant or a close relative, which the applicant is. */
    static boolean isOpenToAll(Ask ask) {
        return ask.formula() instanceof Atom atom
                && atom.property().name().equals(SELF_OR_CLOSE_RELATIVE)
                && atom.operator() == Operator.EQUAL
                && atom.literals().contains(true);
    }

    private boolean holds(Formula a, Formula b) {
        if (b instanceof Formula.All all) {
            return all.parts().stream().allMatch(part -> holds(a, part));
        } else if (a instanceof Formula.Any any) {
            return any.parts().stream().allMatch(part -> holds(part, b));
        } else if (a instanceof Formula.All all && all.parts().stream().anyMatch(part -> holds(part, b))) {
            return true;
        } else if (b instanceof Formula.Any any) {
            return any.parts().stream().anyMatch(part -> holds(a, part));
        } else if (b instanceof Formula.Some some) {
            return a instanceof Formula.All all ? anItemHolds(all, some) : someHolds(a, some);
        } else if (a instanceof Formula.Not inner && b instanceof Formula.Not outer) {
            return new Entailment(otherSlots, slots).holds(outer.inner(), inner.inner());
        }
        return a instanceof Atom atom && b instanceof Atom other && atomHolds(atom, other);
    }

    /** Something asked of any item of a type, or of an item that is already found. */
    private boolean someHolds(Formula a, Formula.Some b) {
        List<Formula> wanted = wanted(b);
        if (a instanceof Formula.Some some && some.type() == b.type()) {
            return wanted.stream().allMatch(part -> holds(some.where(), part));
        }
        boolean found = wanted.size() < b.where().parts().size()
                || a instanceof Atom atom && slots.get(atom.slot()) == b.type();
        return found && wanted.stream().allMatch(part -> holds(a, part));
    }

    /** Whether one of the items that a rule asks several things of is one that is looked for. */
    private boolean anItemHolds(Formula.All rule, Formula.Some b) {
        return IntStream.range(0, slots.size())
                .filter(slot -> slots.get(slot) == b.type())
                .mapToObj(slot -> rule.parts().stream()
                        .filter(part -> part instanceof Atom atom && atom.slot() == slot)
                        .toList())
                .anyMatch(asked -> !asked.isEmpty()
                        && wanted(b).stream().allMatch(part -> asked.stream().anyMatch(each -> holds(each, part))));
    }

    private static List<Formula> wanted(Formula.Some some) {
        return some.where().parts().stream().filter(part -> !isThis(part)).toList();
    }

    private static boolean isThis(Formula formula) {
        return formula instanceof Atom atom && atom.property().isThis();
    }

    private boolean atomHolds(Atom a, Atom b) {
        boolean sameProperty = speaksOf(slots.get(a.slot()), otherSlots.get(b.slot()))
                && a.property().name().equals(b.property().name());
        if (!sameProperty || a.isJoin()) {
            return false;
        } else if (b.isJoin()) {
            boolean whoever = otherSlots.get(b.otherSlot()).name().equals("Person");
            return whoever && a.operator() == b.operator() && a.literals().equals(List.of(Facts.SELF));
        }
        return valuesHold(a, b);
    }

    /** What is asked of the applicant is asked of one of the persons. */
    private static boolean speaksOf(FactType a, FactType b) {
        return a == b || a.name().equals("Applicant") && b.name().equals("Person");
    }

    private static boolean valuesHold(Atom a, Atom b) {
        boolean listed = a.operator() == Operator.EQUAL || a.operator() == Operator.IN;
        return listed && a.literals().stream().allMatch(value -> lets(b, value))
                || a.operator() == b.operator() && stricter(a, b);
    }

    private static boolean lets(Atom b, Object value) {
        return switch (b.operator()) {
            case EQUAL, IN -> b.literals().contains(value);
            case NOT_EQUAL, NOT_IN -> !b.literals().contains(value);
            default -> false;
        };
    }

    @SuppressWarnings("unchecked")
    private static boolean stricter(Atom a, Atom b) {
        return switch (a.operator()) {
            case AT_LEAST, MORE_THAN ->
                ((Comparable<Object>) a.literals().get(0))
                                .compareTo(b.literals().get(0))
                        >= 0;
            case AT_MOST, LESS_THAN ->
                ((Comparable<Object>) a.literals().get(0))
                                .compareTo(b.literals().get(0))
                        <= 0;
            case NOT_EQUAL, NOT_IN -> a.literals().containsAll(b.literals());
            default -> a.literals().equals(b.literals());
        };
    }
}
