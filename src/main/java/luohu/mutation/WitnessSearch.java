package luohu.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.decision.Decision;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.Rule;
import luohu.language.Truth;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioReader.Ready;

/**
 * Looks for the scenario that would notice a mutant: starts from the scenarios there are, walks towards facts that meet the
 * changed rule, and tries the neighbours of each stop.
 */
final class WitnessSearch {

    /** How many neighbours get neighbours of their own tried. */
    private static final int WIDEST = 200;

    private final PackageDecider decider;
    private final List<Ready> scenarios;
    private final Situations situations;

    /**
     * @param decider the package, judged by its formulas
     * @param schema the facts there are
     * @param scenarios its scenarios, from which the search starts
     */
    WitnessSearch(PackageDecider decider, FactSchema schema, List<Ready> scenarios) {
        this.decider = decider;
        this.scenarios = scenarios.stream()
                .filter(each -> !Boolean.FALSE.equals(each.expect().inForce()))
                .toList();
        this.situations = new Situations(decider, schema, this.scenarios);
    }

    /** For each mutant of one rule, or of the document's dates, the plainest scenario found that would notice it. */
    Map<Mutant, Witness> of(List<Mutant> mutants) {
        Witnesses witnesses = new Witnesses(decider);
        if (mutants.get(0).rule() < 0) {
            mutants.forEach(mutant -> dates(mutant, witnesses));
        } else if (!scenarios.isEmpty()) {
            rule(mutants, witnesses);
        }
        return witnesses.found();
    }

    /** First around every scenario and around facts that meet the rule; then, for what is left, further out. */
    private void rule(List<Mutant> mutants, Witnesses witnesses) {
        int index = mutants.get(0).rule();
        Rule rule = decider.policy().rules().get(index);
        List<Situation> starts = situations.of(rule);
        Situation first = situations.opening(rule, starts.get(0));
        Situation met = situations.meeting(decider.explanations().get(index), first);
        starts.add(met);
        starts.forEach(start -> around(start, mutants, witnesses));
        Map<String, String> titles = decider.policy().pathwayTitles();
        for (Mutant mutant : witnesses.left(mutants)) {
            RuleExplanation changed =
                    new RuleExplanation(mutant.policy().rules().get(index), titles);
            around(situations.meeting(changed, first), witnesses.left(mutants), witnesses);
        }
        List<Mutant> left = witnesses.left(mutants);
        if (!left.isEmpty()) {
            List<Situation> ring = new ArrayList<>();
            met.around(ring::add);
            ring.stream().limit(WIDEST).forEach(each -> around(each, left, witnesses));
        }
    }

    private void around(Situation start, List<Mutant> mutants, Witnesses witnesses) {
        if (!mutants.isEmpty()) {
            consider(start, mutants, witnesses);
            start.around(each -> consider(each, mutants, witnesses));
        }
    }

    private void consider(Situation situation, List<Mutant> mutants, Witnesses witnesses) {
        Facts facts = situation.facts();
        if (facts == null) {
            return;
        }
        LocalDate date = situation.date();
        Case context = decider.settled(facts, date);
        Rule rule = decider.policy().rules().get(mutants.get(0).rule());
        Truth truth = truth(rule, context);
        Decision decision = null;
        for (Mutant mutant : mutants) {
            Truth changed = truth(mutant.policy().rules().get(mutant.rule()), context);
            boolean cannotShow =
                    truth == changed && (truth == Truth.FALSE || truth == Truth.TRUE && rule.personSlot() < 0);
            if (!cannotShow) {
                decision = decision == null ? decider.decide(facts, date) : decision;
                witnesses.offer(mutant, situation, date, facts, decision);
            }
        }
    }

    private static Truth truth(Rule rule, Case context) {
        return rule.body().truth(rule.frame(), context);
    }

    private void dates(Mutant mutant, Witnesses witnesses) {
        for (Ready scenario : scenarios) {
            Situation situation = new Situation(scenario.written(), scenario, null);
            for (LocalDate day : boundaries(mutant)) {
                boolean inForce = decider.policy().document().inForceOn(day);
                Decision decision = inForce ? decider.decide(scenario.facts(), day) : null;
                witnesses.offer(mutant, situation, day, scenario.facts(), decision);
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
}
