package luohu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import luohu.language.Atom;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.language.Truth;

/** Explains one rule from its own conditions, the ones Drools decided by. Safe for use by many threads at once. */
public final class RuleExplanation {

    private final Rule rule;
    private final Requirement[] requirements;
    private final int lines;

    /**
     * @param rule the rule
     * @param pathwayTitles the titles of the package's pathways by code
     */
    public RuleExplanation(Rule rule, Map<String, String> pathwayTitles) {
        this.rule = rule;
        this.requirements = Requirement.of(rule.body().parts(), new Wording(rule.slots(), pathwayTitles), rule.name());
        this.lines = Requirement.lines(requirements);
    }

    /** The rule explained. */
    public Rule rule() {
        return rule;
    }

    /** Whether the rule holds. */
    public Truth truth(Case context) {
        return rule.body().truth(rule.frame(), context);
    }

    /** How far the case is from meeting the rule: 0 meets it, and whatever is only open is nearer than what fails. */
    public int distance(Case context) {
        return Requirement.sum(requirements, rule.frame(), context, Integer.MAX_VALUE);
    }

    /** Each thing the rule asks, judged on the items that come nearest. */
    public Judged judge(Case context) {
        Condition[] conditions = new Condition[lines];
        int distance = Requirement.judge(requirements, rule.frame(), context, conditions, 0);
        Truth truth = distance == 0 ? Truth.TRUE : distance < Requirement.FAILED ? Truth.UNKNOWN : Truth.FALSE;
        return new Judged(truth, Arrays.asList(conditions));
    }

    /** Each thing the rule asks. */
    public List<Ask> asks() {
        List<Ask> asks = new ArrayList<>();
        each(line -> asks.add(new Ask(rule, line.met().text(), line.formula())));
        return asks;
    }

    /** Every condition that {@link #judge} can give: it makes none of its own. */
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(lines * Truth.values().length);
        each(line -> conditions.addAll(List.of(line.met(), line.failed(), line.open())));
        return conditions;
    }

    private void each(Consumer<Requirement.Line> lines) {
        for (Requirement requirement : requirements) {
            requirement.each(lines);
        }
    }

    /** Each thing the rule asks, in words. */
    public List<String> texts() {
        return asks().stream().map(Ask::text).toList();
    }

    /** The facts of the contract that the rule reads. */
    public Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        collect(rule.body(), reads);
        return reads;
    }

    private static void collect(Formula formula, Set<String> reads) {
        if (formula instanceof Atom atom) {
            reads.addAll(atom.property().sources());
            if (atom.isJoin()) {
                reads.addAll(atom.otherProperty().sources());
            }
        }
        if (formula instanceof Formula.Some some && some.type().isList() && some.asksNothing()) {
            reads.add(some.type().listPath());
        }
        formula.parts().forEach(part -> collect(part, reads));
    }

    /** Adds the unknown facts in those conditions that are still open; for a rule whose truth is UNKNOWN. */
    public void missing(Case context, Collection<String> paths) {
        rule.body().missing(rule.frame(), context, paths::add);
    }
}
