package luohu.engine;

import java.util.List;
import java.util.function.ToLongFunction;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Rule;

/**
 * How often the rules of a package can fire at most for so many items of each type. A rule fires once for each way to choose the
 * items of the patterns around its person, and everything else is only asked for; it does so read as certain and read as
 * possible, and Drools makes a rule of its own of each alternative ({@code or}).
 */
final class MostFirings {

    private final ToLongFunction<FactType> items;

    /** For so many items of each type. */
    MostFirings(ToLongFunction<FactType> items) {
        this.items = items;
    }

    /** The most firings of all rules together, while no outcome of another pathway is added. */
    long of(List<Rule> rules) {
        return rules.stream().mapToLong(this::of).reduce(0, MostFirings::sum);
    }

    private long of(Rule rule) {
        long choices = choices(rule, rule.body().parts());
        return times(ways(rule.body(), true), sum(choices, choices));
    }

    private long choices(Rule rule, List<Formula> parts) {
        long choices = 1;
        for (Formula part : parts) {
            if (rule.holdsPerson(part)) {
                Formula.Some some = (Formula.Some) part;
                choices = times(choices, Math.max(1, items.applyAsLong(some.type())));
                choices = times(choices, choices(rule, some.where().parts()));
            }
        }
        return choices;
    }

    /** How many alternatives a formula, or its negation, falls into. */
    private static long ways(Formula formula, boolean holds) {
        if (Slots.isInline(formula)) {
            return 1;
        } else if (formula instanceof Formula.Not not) {
            return ways(not.inner(), !holds);
        } else if (formula instanceof Formula.Any any) {
            return ways(any.parts(), holds, holds);
        } else if (formula instanceof Formula.All all) {
            return ways(all.parts(), holds, !holds);
        }
        return ways(((Formula.Some) formula).where().parts(), true, false);
    }

    private static long ways(List<Formula> parts, boolean hold, boolean either) {
        long ways = either ? 0 : 1;
        for (Formula part : parts) {
            ways = either ? sum(ways, ways(part, hold)) : times(ways, ways(part, hold));
        }
        return ways;
    }

    private static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
