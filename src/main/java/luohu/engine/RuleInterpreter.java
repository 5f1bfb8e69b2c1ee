package luohu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Truth;

/**
 * Decides by the formulas of the rules alone. Nothing is compiled, so thousands of variants of a package can be judged in
 * seconds; that it records what Drools records is shown by tests over random applicants.
 */
public final class RuleInterpreter implements RuleJudge {

    private final List<Rule> rules;

    /** An interpreter of rules; their index in the list is the index under which they record. */
    public RuleInterpreter(List<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public Firings decide(Case context, int rounds, BiFunction<Integer, Firings, List<Item>> outcomes) {
        Firings firings = new Firings(rules.size());
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).dependsOn().isEmpty()) {
                judge(i, context, firings);
            } else {
                waiting.add(i);
            }
        }
        List<Item> settled = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            settled.addAll(outcomes.apply(round, firings));
            List<String> codes = settled.stream()
                    .map(item -> (String) item.type().property("code").reading().value(item))
                    .toList();
            waiting.removeIf(rule -> {
                boolean ready = codes.containsAll(rules.get(rule).dependsOn());
                if (ready) {
                    judge(rule, context, firings);
                }
                return ready;
            });
        }
        return firings;
    }

    private void judge(int index, Case context, Firings firings) {
        Rule rule = rules.get(index);
        Item[] frame = rule.frame();
        Truth truth = rule.body().truth(frame, context);
        if (truth == Truth.FALSE) {
            return;
        }
        firings.record(index, Certainty.POSSIBLE, null);
        if (truth == Truth.TRUE && rule.personSlot() < 0) {
            firings.record(index, Certainty.CERTAIN, null);
        } else if (truth == Truth.TRUE) {
            persons(rule.body(), rule, frame, context, index, firings);
        }
    }

    /** Records each person for whom all parts hold. */
    private static void persons(Formula.All parts, Rule rule, Item[] frame, Case context, int index, Firings firings) {
        for (Formula part : parts.parts()) {
            if (!rule.holdsPerson(part) && part.truth(frame, context) != Truth.TRUE) {
                return;
            }
        }
        for (Formula part : parts.parts()) {
            if (!rule.holdsPerson(part)) {
                continue;
            }
            Formula.Some some = (Formula.Some) part;
            for (Item item : context.items(some.type())) {
                frame[some.slot()] = item;
                if (some.slot() != rule.personSlot()) {
                    persons(some.where(), rule, frame, context, index, firings);
                } else if (some.where().truth(frame, context) == Truth.TRUE) {
                    firings.record(index, Certainty.CERTAIN, item);
                }
            }
        }
    }
}
