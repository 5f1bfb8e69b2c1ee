package luohu.checks;

import java.util.ArrayList;
import java.util.List;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Formula;
import luohu.language.Rule;

/** Looks in one rule for conditions that can never hold, and for conditions that ask nothing. */
final class ConditionCheck {

    private final NormalForm form;
    private final Possibilities possibilities;
    private final Notation notation;
    private final Rule rule;
    private final List<Finding> findings = new ArrayList<>();

    ConditionCheck(NormalForm form, Possibilities possibilities, Rule rule) {
        this.form = form;
        this.possibilities = possibilities;
        this.notation = new Notation(form);
        this.rule = rule;
    }

    /** What is wrong with the conditions of the rule. */
    List<Finding> check(List<Formula> body) {
        possible(body, List.of());
        return findings;
    }

    /** Whether conditions can hold together where others do; what is wrong among them is reported. */
    private boolean possible(List<Formula> parts, List<Formula> others) {
        for (int slot : subjects(parts)) {
            List<Formula> own = about(slot, parts);
            List<Formula> outer = about(slot, others);
            if (!possibilities.possible(slot, joined(outer, own))) {
                report(
                        FindingKind.NEVER_HOLDS,
                        notation.pattern(slot, core(slot, joined(outer, own))) + " 中的条件不能同时成立；请对照条文改正。");
                return false;
            }
            asksSomething(slot, own, outer);
        }
        for (Formula part : parts) {
            List<Formula> rest = joined(others, without(parts, part));
            boolean fine = part instanceof Formula.Some some
                    ? form.isOutcome(some) || possible(some.where().parts(), rest)
                    : part instanceof Formula.Any any
                            ? anyPossible(any, rest)
                            : !(part instanceof Formula.Not not) || mayFail(not, rest);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private boolean anyPossible(Formula.Any any, List<Formula> others) {
        boolean one = false;
        for (Formula branch : any.parts()) {
            one |= possible(Formulas.flat(List.of(branch)), others);
        }
        return one;
    }

    /** {@code not} of what cannot be asks nothing; {@code not} of what has to be can never hold. */
    private boolean mayFail(Formula.Not not, List<Formula> others) {
        if (Formulas.subject(not).isPresent()) {
            return true; // looked at with everything else that is asked of the item
        }
        Implication implication = new Implication(form, possibilities, -1, -1);
        if (implication.holds(others, not.inner())) {
            report(FindingKind.NEVER_HOLDS, notation.of(not) + " 与这条规则的其他条件互相矛盾，不能同时成立；请对照条文改正。");
            return false;
        }
        int before = findings.size();
        if (!possible(Formulas.flat(List.of(not.inner())), others)) {
            findings.subList(before, findings.size()).clear();
            report(FindingKind.ALWAYS_TRUE, notation.of(not) + " 总是成立，因为括号内的条件不能同时成立；请改正或者删去。");
        }
        return true;
    }

    private void asksSomething(int slot, List<Formula> own, List<Formula> outer) {
        List<Formula> kept = new ArrayList<>(own);
        for (int i = own.size() - 1; i >= 0; i--) {
            Formula part = own.get(i);
            kept.remove(i);
            List<Formula> others = joined(outer, kept);
            if (possibilities.certain(slot, others, part)) {
                String why = possibilities.certain(slot, List.of(), part)
                        ? " 对任何情形都成立，等于没有写；请删去，或者改正所列的值。"
                        : " 已经包含在对同一项事实的其他条件之中，等于没有写；请删去或者改正。";
                report(FindingKind.ALWAYS_TRUE, notation.pattern(slot, List.of(part)) + why);
            } else {
                kept.add(i, part);
            }
        }
    }

    /** The fewest conditions that still contradict each other. */
    private List<Formula> core(int slot, List<Formula> conditions) {
        List<Formula> core = new ArrayList<>(conditions);
        for (Formula each : conditions) {
            List<Formula> fewer = without(core, each);
            if (!possibilities.possible(slot, fewer)) {
                core = new ArrayList<>(fewer);
            }
        }
        return core;
    }

    private void report(FindingKind kind, String message) {
        findings.add(new Finding(rule.file(), rule.line(), kind, "规则“" + rule.name() + "”的 " + message));
    }

    private static List<Integer> subjects(List<Formula> parts) {
        return parts.stream()
                .flatMap(part -> Formulas.subject(part).stream())
                .distinct()
                .toList();
    }

    private static List<Formula> about(int slot, List<Formula> parts) {
        return parts.stream()
                .filter(part ->
                        Formulas.subject(part).filter(each -> each == slot).isPresent())
                .toList();
    }

    private static List<Formula> without(List<Formula> parts, Formula part) {
        List<Formula> rest = new ArrayList<>(parts);
        rest.removeIf(each -> each == part);
        return rest;
    }

    private static List<Formula> joined(List<Formula> first, List<Formula> second) {
        List<Formula> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
