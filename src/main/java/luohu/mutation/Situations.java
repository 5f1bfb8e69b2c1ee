package luohu.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Rule.Target;
import luohu.language.Truth;
import luohu.scenarios.ScenarioReader.Ready;

/** Finds facts that matter to a rule: those of the scenarios, and from there on facts that meet it. */
final class Situations {

    /** How many steps towards meeting a rule are taken at most; no rule of any document needs as many. */
    private static final int STEPS = 40;

    /** More facts than any rule reads. */
    private static final int MOST_FACTS = 100;

    private final PackageDecider decider;
    private final FactSchema schema;
    private final List<Ready> scenarios;

    Situations(PackageDecider decider, FactSchema schema, List<Ready> scenarios) {
        this.decider = decider;
        this.schema = schema;
        this.scenarios = scenarios;
    }

    /** The facts of every scenario, each once, surrounded by what matters to a rule. */
    List<Situation> of(Rule rule) {
        List<LocalDate> literals = new ArrayList<>();
        collect(rule.body(), literals);
        Set<String> reads = reads(rule);
        String city = decider.policy().document().city().code();
        Set<JsonNode> seen = new LinkedHashSet<>();
        List<Situation> situations = new ArrayList<>();
        for (Ready each : scenarios) {
            if (seen.add(each.written())) {
                Neighbours neighbours = new Neighbours(schema, reads, city, each.date(), literals);
                situations.add(new Situation(each.written(), each, neighbours));
            }
        }
        return situations;
    }

    /** From here, facts that open the pathway of a rule: only there it shows what a paper or a place depends on. */
    Situation opening(Rule rule, Situation from) {
        return decidesOutcome(rule.target())
                ? from
                : decider.explanations().stream()
                        .filter(each -> decidesOutcome(each.rule().target()) && ofSamePathway(each.rule(), rule))
                        .findFirst()
                        .map(each -> meeting(each, from))
                        .orElse(from);
    }

    /** From here to ever nearer neighbours, until they meet the rule or nothing is nearer. */
    Situation meeting(RuleExplanation rule, Situation from) {
        Situation here = from;
        int distance = distance(here, rule);
        for (int step = 0; step < STEPS && distance > 0; step++) {
            Situation[] nearest = {here};
            int[] least = {distance};
            here.around(each -> {
                int other = distance(each, rule);
                if (other < least[0]) {
                    least[0] = other;
                    nearest[0] = each;
                }
            });
            if (least[0] == distance) {
                return here;
            }
            here = nearest[0];
            distance = least[0];
        }
        return here;
    }

    private int distance(Situation situation, RuleExplanation rule) {
        Facts facts = situation.facts();
        if (facts == null) {
            return Integer.MAX_VALUE;
        }
        Case context = decider.settled(facts, situation.date());
        Set<String> missing = new TreeSet<>();
        if (rule.truth(context) == Truth.UNKNOWN) {
            rule.missing(context, missing);
        }
        // Of two facts that only together settle a condition, the first is a step as well.
        return rule.distance(context) * MOST_FACTS + missing.size();
    }

    /** The facts that a rule reads, and its pathway where it decides on a paper or place; where persons are pointed at, who there is. */
    private Set<String> reads(Rule rule) {
        Set<String> reads = new TreeSet<>();
        decider.explanations().stream()
                .filter(each ->
                        each.rule() == rule || !decidesOutcome(rule.target()) && ofSamePathway(each.rule(), rule))
                .forEach(each -> reads.addAll(each.reads()));
        boolean pointsAtPersons = reads.stream()
                .map(schema::at)
                .anyMatch(fact -> fact.kind() == ValueKind.PERSON_ID || fact.kind() == ValueKind.PERSON_IDS);
        if (pointsAtPersons) {
            reads.add("relatives[].id");
        }
        return reads;
    }

    private static boolean decidesOutcome(Target target) {
        return target.aspect() == Aspect.PATHWAY || target.aspect() == Aspect.RESTRICTION;
    }

    private static boolean ofSamePathway(Rule a, Rule b) {
        return a.target().code().equals(b.target().code());
    }

    private static void collect(Formula formula, List<LocalDate> days) {
        if (formula instanceof Atom atom) {
            atom.literals().stream()
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast)
                    .forEach(days::add);
        }
        formula.parts().forEach(part -> collect(part, days));
    }
}
