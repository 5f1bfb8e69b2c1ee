package luohu.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.engine.Condition;
import luohu.engine.Firings;
import luohu.engine.Judged;
import luohu.engine.RuleExplanation;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;

/**
 * What the rules recorded in one evaluation, with the reasons, which are found in one walk through each rule. Reasons that
 * contradict the decision would be worse than none: there are none unless every rule's own agree with what it recorded.
 */
final class Reasons {

    private final List<RuleExplanation> explanations;
    private final Case context;
    private final Firings firings;
    private final Judged[] judged;

    /**
     * @throws IllegalStateException when a rule recorded anything else than follows from its conditions
     */
    Reasons(String packageId, List<RuleExplanation> explanations, Case context, Firings firings) {
        this.explanations = explanations;
        this.context = context;
        this.firings = firings;
        this.judged = new Judged[explanations.size()];
        for (int i = 0; i < judged.length; i++) {
            RuleExplanation explanation = explanations.get(i);
            Truth truth = firings.truth(i);
            if (isShown(explanation.rule().target().aspect())) {
                judged[i] = judge(packageId, explanation, context, truth);
            } else {
                agree(packageId, explanation.rule(), explanation.truth(context), truth);
            }
        }
    }

    /** Whether an answer can show the conditions of a rule; of any other only the truth counts. */
    private static boolean isShown(Aspect aspect) {
        return aspect == Aspect.PATHWAY || aspect == Aspect.RESTRICTION;
    }

    /** Judges a rule that recorded something, and makes sure that it is the same. */
    static Judged judge(String packageId, RuleExplanation explanation, Case context, Truth recorded) {
        Judged judged = explanation.judge(context);
        agree(packageId, explanation.rule(), judged.truth(), recorded);
        return judged;
    }

    private static void agree(String packageId, Rule rule, Truth explained, Truth recorded) {
        if (explained != recorded) {
            throw new IllegalStateException(
                    "engine and explanation disagree on rule " + rule.name() + " of " + packageId);
        }
    }

    /** The case decided. */
    Case context() {
        return context;
    }

    /** Whether a rule holds. */
    Truth truth(int rule) {
        return firings.truth(rule);
    }

    /** The persons for whom a rule certainly holds. */
    List<Item> persons(int rule) {
        return firings.persons(rule);
    }

    /** Each thing that a rule of a pathway or restriction asks, judged. */
    List<Condition> conditions(int rule) {
        return judged[rule].conditions();
    }

    /** The facts that would settle those of some rules that are open, sorted. */
    List<String> missing(int... rules) {
        Set<String> missing = new HashSet<>();
        for (int rule : rules) {
            if (truth(rule) == Truth.UNKNOWN) {
                explanations.get(rule).missing(context, missing);
            }
        }
        List<String> sorted = new ArrayList<>(missing);
        sorted.sort(null);
        return Collections.unmodifiableList(sorted);
    }
}
