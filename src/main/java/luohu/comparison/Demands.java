package luohu.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import luohu.comparison.Comparison.AsksAlso;
import luohu.comparison.Comparison.OwnCondition;
import luohu.comparison.Comparison.OwnMaterial;
import luohu.decision.PackageDecider;
import luohu.engine.Ask;
import luohu.engine.RuleExplanation;
import luohu.language.Rule.Aspect;
import luohu.packages.Material;
import luohu.packages.PathwayKind;
import luohu.packages.PathwayText;

/**
 * What the pathways of one kind ask for under one package.
 *
 * @param pathways the pathways, in the order of the document
 * @param rules what each of their rules asks; a pathway is open to whoever meets any one of its rules
 */
record Demands(List<PathwayText> pathways, List<List<Ask>> rules) {

    private static final AsksAlso NOTHING = new AsksAlso(List.of(), List.of());

    static Demands of(PackageDecider decider, PathwayKind kind) {
        List<PathwayText> pathways = decider.policy().document().pathways().stream()
                .filter(pathway -> pathway.kind() == kind)
                .toList();
        List<List<Ask>> rules = new ArrayList<>();
        for (PathwayText pathway : pathways) {
            decider.explanations().stream()
                    .filter(each -> each.rule().target().aspect() == Aspect.PATHWAY
                            && each.rule().target().code().equals(pathway.code()))
                    .map(RuleExplanation::asks)
                    .filter(asks -> !asks.isEmpty())
                    .forEach(rules::add);
        }
        return new Demands(pathways, rules);
    }

    /** What is asked here and under none of the others; nothing where none of the others has such a pathway. */
    AsksAlso beyond(Collection<Demands> others) {
        List<Demands> comparable =
                others.stream().filter(each -> !each.pathways.isEmpty()).toList();
        return pathways.isEmpty() || comparable.isEmpty()
                ? NOTHING
                : new AsksAlso(conditions(comparable), materials(comparable));
    }

    private List<OwnCondition> conditions(List<Demands> others) {
        Map<String, Ask> own = new LinkedHashMap<>();
        Map<String, TreeSet<Integer>> askedBy = new LinkedHashMap<>();
        for (List<Ask> rule : rules) {
            for (Ask ask : rule) {
                if (!Entailment.isOpenToAll(ask)
                        && hasNoWayAround(ask)
                        && others.stream().noneMatch(other -> other.asksFor(ask))) {
                    own.putIfAbsent(ask.text(), ask);
                    askedBy.computeIfAbsent(ask.text(), text -> new TreeSet<>())
                            .add(position(ask.rule().target().code()));
                }
            }
        }
        return own.values().stream()
                .map(ask -> new OwnCondition(
                        ask.text(),
                        askedBy.get(ask.text()).stream()
                                .map(i -> pathways.get(i).code())
                                .toList(),
                        rules.stream().allMatch(rule -> Entailment.holds(rule, ask))))
                .toList();
    }

    /** Whether every rule of the pathway asks it: what guards only one of several ways widens the pathway, if anything. */
    private boolean hasNoWayAround(Ask ask) {
        String code = ask.rule().target().code();
        return rules.stream()
                .filter(rule -> rule.get(0).rule().target().code().equals(code))
                .allMatch(rule -> Entailment.holds(rule, ask));
    }

    private int position(String code) {
        return pathways.stream().map(PathwayText::code).toList().indexOf(code);
    }

    private boolean asksFor(Ask ask) {
        return rules.stream().anyMatch(rule -> Entailment.holds(rule, ask));
    }

    private List<OwnMaterial> materials(List<Demands> others) {
        List<OwnMaterial> own = new ArrayList<>();
        for (PathwayText pathway : pathways) {
            for (Material material : pathway.materials()) {
                // an implied material stands in no document, so no city can be said to ask for it
                if (material.basis() == Material.Basis.STATED
                        && others.stream().noneMatch(other -> other.asksFor(material))) {
                    own.add(new OwnMaterial(
                            material.name(),
                            material.options(),
                            material.from(),
                            material.clause() == null ? pathway.clause() : material.clause(),
                            pathway.code()));
                }
            }
        }
        return own;
    }

    private boolean asksFor(Material material) {
        return pathways.stream()
                .flatMap(pathway -> pathway.materials().stream())
                .anyMatch(each -> each.from() == material.from()
                        && each.options().stream()
                                .allMatch(option -> material.options().stream().anyMatch(option::containsAll)));
    }
}
