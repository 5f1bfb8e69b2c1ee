package luohu.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luohu.binding.RecordReader;
import luohu.decision.Decision;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.engine.RuleInterpreter;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;
import luohu.scenarios.Scenario;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;
import luohu.scenarios.ScenarioWriter;

/**
 * Looks for the scenario that would notice a mutant: starts from the scenarios there are, walks towards facts that meet the
 * changed rule, and tries the neighbours of each stop.
 */
final class WitnessSearch {

    /** How many steps towards meeting a rule are taken at most; no rule of any document needs as many. */
    private static final int STEPS = 40;

    /** More facts than any rule reads. */
    private static final int MOST_FACTS = 100;

    /** How many neighbours get neighbours of their own tried. */
    private static final int WIDEST = 200;

    private final PackageDecider decider;
    private final FactSchema schema;
    private final List<Ready> scenarios;

    /**
     * @param decider the package, judged by its formulas
     * @param schema the facts there are
     * @param scenarios its scenarios, from which the search starts
     */
    WitnessSearch(PackageDecider decider, FactSchema schema, List<Ready> scenarios) {
        this.decider = decider;
        this.schema = schema;
        this.scenarios = scenarios.stream()
                .filter(each -> !Boolean.FALSE.equals(each.expect().inForce()))
                .toList();
    }

    /** For each mutant of one rule, or of the document's dates, the shortest scenario found that would notice it. */
    Map<Mutant, Witness> of(List<Mutant> mutants) {
        Map<Mutant, Witness> witnesses = new HashMap<>();
        if (mutants.get(0).rule() < 0) {
            mutants.forEach(mutant -> dates(mutant, witnesses));
        } else {
            rule(mutants, witnesses);
        }
        return witnesses;
    }

    /** First around every scenario and around facts that meet the rule; then, for what is left, further out. */
    private void rule(List<Mutant> mutants, Map<Mutant, Witness> witnesses) {
        int index = mutants.get(0).rule();
        List<Start> starts = starts(index);
        if (starts.isEmpty()) {
            return;
        }
        Start first = shown(starts.get(0), decider.policy().rules().get(index));
        Start met = first.at(climb(first.facts(), first, decider.explanations().get(index)));
        starts.add(met);
        starts.forEach(start -> around(start, mutants, witnesses));
        Map<String, String> titles = decider.policy().pathwayTitles();
        for (Mutant mutant : left(mutants, witnesses)) {
            Rule changed = mutant.policy().rules().get(index);
            around(
                    first.at(climb(first.facts(), first, new RuleExplanation(changed, titles))),
                    left(mutants, witnesses),
                    witnesses);
        }
        List<Mutant> left = left(mutants, witnesses);
        if (!left.isEmpty()) {
            List<JsonNode> ring = new ArrayList<>();
            met.neighbours().of(met.facts(), ring::add);
            ring.stream().limit(WIDEST).forEach(facts -> around(met.at(facts), left, witnesses));
        }
    }

    /** What a paper or a place depends on shows only in facts that open the pathway. */
    private Start shown(Start start, Rule rule) {
        boolean visible =
                rule.target().aspect() == Aspect.PATHWAY || rule.target().aspect() == Aspect.RESTRICTION;
        return visible
                ? start
                : decider.explanations().stream()
                        .filter(each -> each.rule().target().aspect() == Aspect.PATHWAY
                                && each.rule()
                                        .target()
                                        .code()
                                        .equals(rule.target().code()))
                        .findFirst()
                        .map(each -> start.at(climb(start.facts(), start, each)))
                        .orElse(start);
    }

    /** The facts that a rule and its pathway read; where persons are pointed at, who there is. */
    private Set<String> reads(Rule rule) {
        Set<String> reads = new TreeSet<>();
        decider.explanations().stream()
                .filter(each -> each.rule() == rule
                        || rule.target().aspect() != Aspect.PATHWAY
                                && each.rule()
                                        .target()
                                        .code()
                                        .equals(rule.target().code()))
                .forEach(each -> reads.addAll(each.reads()));
        boolean pointsAtPersons = reads.stream()
                .map(schema::at)
                .anyMatch(fact -> fact.kind() == ValueKind.PERSON_ID || fact.kind() == ValueKind.PERSON_IDS);
        if (pointsAtPersons) {
            reads.add("relatives[].id");
        }
        return reads;
    }

    private static List<Mutant> left(List<Mutant> mutants, Map<Mutant, Witness> witnesses) {
        return mutants.stream().filter(each -> !witnesses.containsKey(each)).toList();
    }

    private void around(Start start, List<Mutant> mutants, Map<Mutant, Witness> witnesses) {
        if (!mutants.isEmpty()) {
            consider(start, start.facts(), mutants, witnesses);
            start.neighbours().of(start.facts(), facts -> consider(start, facts, mutants, witnesses));
        }
    }

    /** Facts to start from, and what surrounds them. */
    private record Start(JsonNode facts, Ready scenario, Neighbours neighbours) {

        Start at(JsonNode other) {
            return new Start(other, scenario, neighbours);
        }
    }

    private List<Start> starts(int index) {
        Rule rule = decider.policy().rules().get(index);
        List<LocalDate> literals = new ArrayList<>();
        collect(rule.body(), literals);
        Set<String> reads = reads(rule);
        String city = decider.policy().document().city().code();
        Set<JsonNode> seen = new LinkedHashSet<>();
        List<Start> starts = new ArrayList<>();
        for (Ready each : scenarios) {
            Neighbours neighbours = new Neighbours(schema, reads, city, each.date(), literals);
            if (seen.add(each.written())) {
                starts.add(new Start(each.written(), each, neighbours));
            }
        }
        return starts;
    }

    /** Goes from facts to ever nearer neighbours until they meet the rule or nothing is nearer. */
    private JsonNode climb(JsonNode facts, Start start, RuleExplanation explanation) {
        JsonNode here = facts;
        int distance = distance(here, start.scenario().date(), explanation);
        for (int step = 0; step < STEPS && distance > 0; step++) {
            JsonNode[] nearest = {here};
            int[] least = {distance};
            start.neighbours().of(here, each -> {
                int other = distance(each, start.scenario().date(), explanation);
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

    private int distance(JsonNode facts, LocalDate date, RuleExplanation explanation) {
        Facts read = facts(facts);
        if (read == null) {
            return Integer.MAX_VALUE;
        }
        Case context = decider.settled(read, date);
        Set<String> missing = new TreeSet<>();
        if (explanation.truth(context) == Truth.UNKNOWN) {
            explanation.missing(context, missing);
        }
        // Of two facts that only together settle a condition, the first is a step as well.
        return explanation.distance(context) * MOST_FACTS + missing.size();
    }

    private void consider(Start start, JsonNode written, List<Mutant> mutants, Map<Mutant, Witness> witnesses) {
        Facts facts = facts(written);
        if (facts == null) {
            return;
        }
        LocalDate date = start.scenario().date();
        Case context = decider.settled(facts, date);
        Rule rule = decider.policy().rules().get(mutants.get(0).rule());
        Truth truth = truth(rule, context);
        Decision[] decision = {null};
        for (Mutant mutant : mutants) {
            Truth changed = truth(mutant.policy().rules().get(mutant.rule()), context);
            boolean sameByNature =
                    truth == changed && (truth == Truth.FALSE || truth == Truth.TRUE && rule.personSlot() < 0);
            if (sameByNature) {
                continue;
            }
            if (decision[0] == null) {
                decision[0] = decider.decide(facts, date);
            }
            offer(mutant, start.scenario(), date, written, facts, decision[0], witnesses);
        }
    }

    private void dates(Mutant mutant, Map<Mutant, Witness> witnesses) {
        for (Ready scenario : scenarios) {
            for (LocalDate day : boundaries(mutant)) {
                boolean inForce = decider.policy().document().inForceOn(day);
                offer(
                        mutant,
                        scenario,
                        day,
                        scenario.written(),
                        scenario.facts(),
                        inForce ? decider.decide(scenario.facts(), day) : null,
                        witnesses);
            }
        }
    }

    private List<LocalDate> boundaries(Mutant mutant) {
        List<LocalDate> days = new ArrayList<>();
        for (PolicyDocument document :
                List.of(decider.policy().document(), mutant.policy().document())) {
            Effective effective = document.effective();
            days.add(effective.from());
            if (effective.to() != null) {
                days.add(effective.to());
            }
        }
        return days.stream().distinct().sorted().toList();
    }

    /** Keeps the scenario if it notices the mutant and is shorter than what was kept before. */
    private void offer(
            Mutant mutant,
            Ready base,
            LocalDate date,
            JsonNode written,
            Facts facts,
            Decision decision,
            Map<Mutant, Witness> witnesses) {
        String pathway = mutant.rule() < 0
                ? null
                : decider.policy().rules().get(mutant.rule()).target().code();
        ObjectNode expect = ScenarioWriter.expectation(decision, pathway);
        Scenario.Expectation expectation = new RecordReader().read(expect, Scenario.Expectation.class);
        Ready scenario = new Ready(base.file(), base.line(), "", date, facts, expectation, written, base.defaults());
        PackageDecider changed = decider.variant(
                mutant.policy(), new RuleInterpreter(mutant.policy().rules()));
        if (new ScenarioRunner(changed).run(scenario).isEmpty()) {
            return;
        }
        String name = "〔请用一句话写明何人、何事、结果〕";
        Witness witness = new Witness(scenario, ScenarioWriter.write(name, date, written, base.defaults(), expect));
        witnesses.merge(mutant, witness, (a, b) -> plainer().compare(a, b) <= 0 ? a : b);
    }

    /** A scenario in which nothing is left open is easier to hold against a document, and so is a shorter one. */
    private static Comparator<Witness> plainer() {
        return Comparator.comparingInt(
                        (Witness each) -> each.scenario().expect().undetermined() == null ? 0 : 1)
                .thenComparingInt(each -> each.yaml().length())
                .thenComparing(Witness::yaml);
    }

    private static Truth truth(Rule rule, Case context) {
        Item[] frame = rule.frame();
        return rule.body().truth(frame, context);
    }

    /** The facts that a tree states; null when an edit left somebody pointing at nobody or the like. */
    private static Facts facts(JsonNode written) {
        RecordReader reader = new RecordReader();
        Facts facts = reader.read(written, Facts.class);
        return reader.faults().isEmpty() ? facts : null;
    }

    private static void collect(Formula formula, List<LocalDate> days) {
        if (formula instanceof Atom atom) {
            atom.literals().stream()
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast)
                    .forEach(days::add);
        } else {
            formula.parts().forEach(part -> collect(part, days));
        }
    }
}
