package luohu.engine;

import java.util.ArrayList;
import java.util.List;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Truth;

/** What a rule asks, arranged for people: one line for each thing, judged on the item that comes nearest. */
sealed interface Requirement {

    /** The weight of a failed line; larger than any number of unknown ones. */
    int FAILED = 10_000;

    /** How far the items in the frame, and the nearest of those it looks for, are from meeting it: 0 meets it. */
    int distance(Item[] frame, Case context, int limit);

    /** Adds its lines, judged. */
    void judge(Item[] frame, Case context, List<Condition> conditions);

    /** Adds its lines, all failed because there is no item to judge. */
    void fail(List<Condition> conditions);

    /** Adds its lines as what is asked. */
    void ask(Rule rule, List<Ask> asks);

    /** How many lines it has. */
    int lines();

    /** The requirements of a rule. */
    static List<Requirement> of(List<Formula> parts, Wording wording, String rule) {
        List<Requirement> requirements = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Formula.Some some && !wording.isOutcome(some)) {
                requirements.add(new Block(some, of(some.where().parts(), wording, rule)));
            } else if (part instanceof Formula.All all && Slots.isInline(all)) {
                requirements.addAll(of(all.parts(), wording, rule));
            } else {
                requirements.add(Line.of(part, wording.sentence(part), rule));
            }
        }
        return requirements;
    }

    /** One thing asked, with its three possible judgements made beforehand. */
    record Line(Formula formula, Condition met, Condition failed, Condition open) implements Requirement {

        static Line of(Formula formula, String text, String rule) {
            return new Line(
                    formula,
                    new Condition(text, Truth.TRUE, rule),
                    new Condition(text, Truth.FALSE, rule),
                    new Condition(text, Truth.UNKNOWN, rule));
        }

        @Override
        public int distance(Item[] frame, Case context, int limit) {
            Truth truth = formula.truth(frame, context);
            return truth == Truth.TRUE ? 0 : truth == Truth.UNKNOWN ? 1 : FAILED;
        }

        @Override
        public void judge(Item[] frame, Case context, List<Condition> conditions) {
            Truth truth = formula.truth(frame, context);
            conditions.add(truth == Truth.TRUE ? met : truth == Truth.UNKNOWN ? open : failed);
        }

        @Override
        public void fail(List<Condition> conditions) {
            conditions.add(failed);
        }

        @Override
        public void ask(Rule rule, List<Ask> asks) {
            asks.add(new Ask(rule, met.text(), formula));
        }

        @Override
        public int lines() {
            return 1;
        }
    }

    /** Things asked of one item. */
    record Block(Formula.Some some, List<Requirement> parts) implements Requirement {

        @Override
        public int distance(Item[] frame, Case context, int limit) {
            int nearest = Math.min(limit, FAILED * lines());
            for (Item item : context.items(some.type())) {
                frame[some.slot()] = item;
                nearest = Math.min(nearest, sum(parts, frame, context, nearest));
            }
            return nearest;
        }

        @Override
        public void judge(Item[] frame, Case context, List<Condition> conditions) {
            Item nearest = null;
            int least = Integer.MAX_VALUE;
            for (Item item : context.items(some.type())) {
                frame[some.slot()] = item;
                int distance = sum(parts, frame, context, least);
                if (distance < least) {
                    least = distance;
                    nearest = item;
                }
            }
            if (nearest == null) {
                fail(conditions);
                return;
            }
            frame[some.slot()] = nearest;
            for (Requirement part : parts) {
                part.judge(frame, context, conditions);
            }
        }

        @Override
        public void fail(List<Condition> conditions) {
            parts.forEach(part -> part.fail(conditions));
        }

        @Override
        public void ask(Rule rule, List<Ask> asks) {
            parts.forEach(part -> part.ask(rule, asks));
        }

        @Override
        public int lines() {
            return parts.stream().mapToInt(Requirement::lines).sum();
        }
    }

    /** The distance of parts that all have to be met, or {@code limit} when it is no less. */
    static int sum(List<Requirement> parts, Item[] frame, Case context, int limit) {
        int sum = 0;
        for (int i = 0; i < parts.size() && sum < limit; i++) {
            sum += parts.get(i).distance(frame, context, limit - sum);
        }
        return Math.min(sum, limit);
    }
}
