package luohu.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;

/** What a package decides by the formulas of its rules alone, without Drools. */
public final class Reasoning {

    private final String cityCode;
    private final List<Rule> rules;
    private final List<RuleExplanation> explanations;

    /** The reasoning of a package. */
    public Reasoning(PackageDecider decider) {
        Map<String, String> titles = decider.policy().pathwayTitles();
        cityCode = decider.policy().document().city().code();
        rules = decider.policy().rules();
        explanations =
                rules.stream().map(rule -> new RuleExplanation(rule, titles)).toList();
    }

    /** The case of an applicant, with the outcomes of those pathways that other rules ask about. */
    public Case open(Facts facts, LocalDate date) {
        Case context = new Case(Bundled.VOCABULARY, facts, cityCode, date);
        Set<String> settled = new HashSet<>();
        for (Rule rule : rules) {
            settle(rule.dependsOn(), context, settled);
        }
        return context;
    }

    /** The truth of each rule, in the order of the package. */
    public List<Truth> truths(Case context) {
        return explanations.stream().map(each -> each.truth(context)).toList();
    }

    /** The explanation of each rule, in the order of the package. */
    public List<RuleExplanation> explanations() {
        return explanations;
    }

    /** The rules, in the order of the package. */
    public List<Rule> rules() {
        return rules;
    }

    /** The truth of a pathway or restriction: any of its rules will do. */
    public Truth truth(Aspect aspect, String code, Case context) {
        return indexes(aspect, code).stream()
                .map(each -> explanations.get(each).truth(context))
                .reduce(Truth.FALSE, Truth::or);
    }

    /** The facts that would settle an open pathway. */
    public Collection<String> missing(String pathway, Case context) {
        TreeSet<String> missing = new TreeSet<>();
        for (int rule : indexes(Aspect.PATHWAY, pathway)) {
            if (explanations.get(rule).truth(context) == Truth.UNKNOWN) {
                explanations.get(rule).missing(context, missing);
            }
        }
        return missing;
    }

    private void settle(Collection<String> pathways, Case context, Set<String> settled) {
        for (String pathway : pathways) {
            if (settled.add(pathway)) {
                indexes(Aspect.PATHWAY, pathway)
                        .forEach(each -> settle(rules.get(each).dependsOn(), context, settled));
                Truth truth = truth(Aspect.PATHWAY, pathway, context);
                context.add(
                        Bundled.VOCABULARY.pathway(),
                        new PathwayOutcome(
                                pathway,
                                truth.value(),
                                truth == Truth.UNKNOWN ? List.copyOf(missing(pathway, context)) : List.of()));
            }
        }
    }

    private List<Integer> indexes(Aspect aspect, String code) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule.Target target = rules.get(i).target();
            if (target.aspect() == aspect && target.code().equals(code)) {
                indexes.add(i);
            }
        }
        return indexes;
    }
}
