package luohu.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import luohu.language.Atom;
import luohu.language.Formula;
import luohu.language.FormulaText;
import luohu.language.Rule;

/** Every rule that differs from one rule by a single condition: dropped, negated, or with a value changed. */
final class RuleMutations {

    /**
     * A changed formula.
     *
     * @param formula what it becomes; null when it is dropped
     * @param change what was changed, in Chinese
     */
    private record Variant(Formula formula, String change) {}

    /**
     * A changed rule.
     *
     * @param rule the rule with the change
     * @param change what was changed, in Chinese
     */
    record Change(Rule rule, String change) {}

    private final Rule rule;

    RuleMutations(Rule rule) {
        this.rule = rule;
    }

    /** The changed rules, in the order of the conditions. */
    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        conjunction(
                rule.body(),
                variant -> changes.add(new Change(with((Formula.All) variant.formula()), variant.change())));
        return changes;
    }

    private Rule with(Formula.All body) {
        return new Rule(
                rule.name(),
                rule.file(),
                rule.line(),
                rule.target(),
                rule.slots(),
                body,
                rule.personSlot(),
                rule.dependsOn());
    }

    private void conjunction(Formula.All all, Consumer<Variant> found) {
        parts(all.parts(), Formula.All::new, true, found);
    }

    /** Changes one part after the other; {@code whole} makes the formula of the changed parts. */
    private void parts(
            List<Formula> parts, Function<List<Formula>, Formula> whole, boolean dropLast, Consumer<Variant> found) {
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            Formula part = parts.get(i);
            variants(part, variant -> {
                List<Formula> changed = new ArrayList<>(parts);
                if (variant.formula() != null) {
                    changed.set(index, variant.formula());
                } else {
                    changed.remove(index);
                }
                found.accept(new Variant(whole.apply(changed), variant.change()));
            });
            if ((parts.size() > 1 || dropLast) && !rule.holdsPerson(part)) {
                List<Formula> rest = new ArrayList<>(parts);
                rest.remove(index);
                found.accept(new Variant(whole.apply(rest), (part instanceof Atom ? "去掉条件 " : "去掉整个 ") + text(part)));
            }
        }
    }

    private void variants(Formula formula, Consumer<Variant> found) {
        if (formula instanceof Atom atom) {
            comparison(atom, found);
        } else if (formula instanceof Formula.Some some) {
            pattern(some, found);
        } else if (formula instanceof Formula.Not not) {
            found.accept(new Variant(not.inner(), "去掉 " + text(not) + " 的 not"));
            variants(not.inner(), variant -> {
                if (variant.formula() != null) {
                    found.accept(new Variant(new Formula.Not(variant.formula()), variant.change()));
                }
            });
        } else if (formula instanceof Formula.Any any) {
            negate(any, found);
            parts(any.parts(), Formula.Any::new, false, found);
        } else if (formula instanceof Formula.All all) {
            negate(all, found);
            parts(all.parts(), Formula.All::new, false, found);
        }
    }

    private void pattern(Formula.Some some, Consumer<Variant> found) {
        if (!rule.holdsPerson(some)) {
            negate(some, found);
        }
        if (some.type().property("holds") != null) {
            return; // which pathway is asked about is no condition; whether it holds is negated with the pattern
        }
        parts(
                some.where().parts(),
                parts -> {
                    List<Formula> asked = parts.isEmpty() ? List.of(new Formula.Given(some.slot())) : parts;
                    return new Formula.Some(some.slot(), some.type(), new Formula.All(asked));
                },
                !(some.where().parts().get(0) instanceof Formula.Given),
                found);
    }

    private void negate(Formula formula, Consumer<Variant> found) {
        if (!rule.holdsPerson(formula)) {
            found.accept(new Variant(new Formula.Not(formula), "在整个 " + text(formula) + " 前加 not"));
        }
    }

    private void comparison(Atom atom, Consumer<Variant> found) {
        found.accept(new Variant(
                new Atom(
                        atom.slot(),
                        atom.property(),
                        atom.operator().complement(),
                        atom.literals(),
                        atom.otherSlot(),
                        atom.otherProperty()),
                "取反条件 " + text(atom)));
        if (atom.operator().isMembership() && atom.literals().size() > 1) {
            for (Object value : atom.literals()) {
                List<Object> rest = new ArrayList<>(atom.literals());
                rest.remove(value);
                found.accept(new Variant(with(atom, rest), "从 " + text(atom) + " 中去掉 " + name(value)));
            }
        } else if (!atom.isJoin()) {
            neighbours(atom.literals().get(0))
                    .forEach(value -> found.accept(
                            new Variant(with(atom, List.of(value)), "把 " + text(atom) + " 的值改为 " + value)));
        }
    }

    private static Atom with(Atom atom, List<Object> literals) {
        return new Atom(atom.slot(), atom.property(), atom.operator(), literals, -1, null);
    }

    /** One less and one more, of what has an order. */
    private static List<Object> neighbours(Object value) {
        if (value instanceof LocalDate date) {
            return List.of(date.minusDays(1), date.plusDays(1));
        } else if (value instanceof Integer number) {
            return List.of(number - 1, number + 1);
        }
        return List.of();
    }

    private static String name(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    private String text(Formula formula) {
        return FormulaText.of(formula, rule);
    }
}
