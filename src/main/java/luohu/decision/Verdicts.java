package luohu.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import luohu.engine.Firings;
import luohu.engine.RuleExplanation;
import luohu.engine.RuleJudge;
import luohu.language.Case;
import luohu.language.FactType;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;

/** Has the rules of a package decided in the order in which they depend on each other. */
final class Verdicts {

    private final List<Rule> rules;
    private final List<RuleExplanation> explanations;
    private final RuleJudge judge;
    private final FactType pathwayType;
    /** Of a pathway that was left without rules, as changed packages may; checked ones have some for each. */
    private static final int[] NONE = {};

    private final Map<String, int[]> rulesOf = new HashMap<>();
    private final List<List<String>> rounds = new ArrayList<>();

    /**
     * @param rules the rules of a package, without cycles
     * @param explanations the explanations of the rules, in the same order
     * @param pathwayType the type of pathway outcomes
     * @param judge decides the rules
     */
    Verdicts(List<Rule> rules, List<RuleExplanation> explanations, FactType pathwayType, RuleJudge judge) {
        this.rules = rules;
        this.explanations = explanations;
        this.pathwayType = pathwayType;
        this.judge = judge;
        for (Rule rule : rules) {
            if (rule.target().aspect() == Aspect.PATHWAY) {
                rulesOf.computeIfAbsent(rule.target().code(), code -> indexes(rules, code));
            }
        }
        rules.stream()
                .flatMap(rule -> rule.dependsOn().stream())
                .distinct()
                .sorted()
                .forEach(code -> {
                    int round = round(code);
                    while (rounds.size() < round) {
                        rounds.add(new ArrayList<>());
                    }
                    rounds.get(round - 1).add(code);
                });
    }

    private static int[] indexes(List<Rule> rules, String pathway) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).target().aspect() == Aspect.PATHWAY
                        && rules.get(i).target().code().equals(pathway))
                .toArray();
    }

    /** What the rules record about a case; the case comes to hold the outcomes that rules asked for. */
    Firings decide(Case context) {
        return judge.decide(context, rounds.size(), (round, firings) -> rounds.get(round - 1).stream()
                .map(code -> context.add(pathwayType, outcome(code, context, firings)))
                .toList());
    }

    /** The indexes of the rules by any of which a pathway holds. */
    int[] rulesOf(String pathway) {
        return rulesOf.getOrDefault(pathway, NONE);
    }

    private PathwayOutcome outcome(String code, Case context, Firings firings) {
        Truth truth = Truth.FALSE;
        for (int rule : rulesOf.get(code)) {
            truth = truth.or(firings.truth(rule));
        }
        List<String> missing = truth == Truth.UNKNOWN ? missing(code, context, firings) : List.of();
        return new PathwayOutcome(code, truth.value(), missing);
    }

    private List<String> missing(String code, Case context, Firings firings) {
        Set<String> missing = new HashSet<>();
        for (int rule : rulesOf.get(code)) {
            if (firings.truth(rule) == Truth.UNKNOWN) {
                explanations.get(rule).missing(context, missing);
            }
        }
        return missing.stream().sorted().toList();
    }

    /** The round before which the outcome of a pathway is settled: one after those its rules ask for. */
    private int round(String pathway) {
        return 1
                + Arrays.stream(rulesOf.get(pathway))
                        .mapToObj(rules::get)
                        .flatMap(rule -> rule.dependsOn().stream())
                        .mapToInt(this::round)
                        .max()
                        .orElse(0);
    }
}
