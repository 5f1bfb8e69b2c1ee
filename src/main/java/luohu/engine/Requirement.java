package luohu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Truth;

/** What a rule asks, arranged for people: one line for each thing, judged on the item that comes nearest. */
sealed interface Requirement {

    /** The weight of a failed line; larger than any number of unknown ones. */
    int FAILED = 10_000;

    /** How far the items in the frame, and the nearest of those it looks for, are from meeting it: 0 meets it. */
    int distance(Item[] frame, Case context, int limit);

    /** Puts its lines, judged, where they belong; gives how far the items they were judged on are from meeting it. */
    int judge(Item[] frame, Case context, Condition[] conditions, int from);

    /** Puts its lines, all failed because there is no item to judge. */
    void fail(Condition[] conditions, int from);

    /** Goes through its lines. */
    void each(Consumer<Line> lines);

    /** How many lines it has. */
    int lines();

    /** The requirements of a rule. */
    static Requirement[] of(List<Formula> parts, Wording wording, String rule) {
        List<Requirement> requirements = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Formula.Some some && !wording.isOutcome(some)) {
                Requirement[] inner = of(some.where().parts(), wording, rule);
                requirements.add(new Block(some, inner, lines(inner)));
            } else if (part instanceof Formula.All all && Slots.isInline(all)) {
                requirements.addAll(List.of(of(all.parts(), wording, rule)));
            } else {
                requirements.add(Line.of(part, wording.sentence(part), rule));
            }
        }
        return requirements.toArray(Requirement[]::new);
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
        public int judge(Item[] frame, Case context, Condition[] conditions, int from) {
            switch (formula.truth(frame, context)) {
                case TRUE -> {
                    conditions[from] = met;
                    return 0;
                }
                case UNKNOWN -> {
                    conditions[from] = open;
                    return 1;
                }
                default -> {
                    conditions[from] = failed;
                    return FAILED;
                }
            }
        }

        @Override
        public void fail(Condition[] conditions, int from) {
            conditions[from] = failed;
        }

        @Override
        public void each(Consumer<Line> lines) {
            lines.accept(this);
        }

        @Override
        public int lines() {
            return 1;
        }
    }

    /** Things asked of one item. */
    record Block(Formula.Some some, Requirement[] parts, int lines) implements Requirement {

        @Override
        public int distance(Item[] frame, Case context, int limit) {
            int nearest = Math.min(limit, FAILED * lines);
            List<Item> items = context.items(some.type());
            for (int i = 0; i < items.size() && nearest > 0; i++) {
                frame[some.slot()] = items.get(i);
                nearest = Math.min(nearest, sum(parts, frame, context, nearest));
            }
            return nearest;
        }

        @Override
        public int judge(Item[] frame, Case context, Condition[] conditions, int from) {
            List<Item> items = context.items(some.type());
            if (items.isEmpty()) {
                fail(conditions, from);
                return FAILED * lines;
            }
            frame[some.slot()] = items.get(0);
            int least = Requirement.judge(parts, frame, context, conditions, from);
            for (int i = 1; i < items.size() && least > 0; i++) {
                frame[some.slot()] = items.get(i);
                if (Requirement.sum(parts, frame, context, least) < least) {
                    frame[some.slot()] = items.get(i);
                    least = Requirement.judge(parts, frame, context, conditions, from);
                }
            }
            return least;
        }

        @Override
        public void fail(Condition[] conditions, int from) {
            int at = from;
            for (Requirement part : parts) {
                part.fail(conditions, at);
                at += part.lines();
            }
        }

        @Override
        public void each(Consumer<Line> lines) {
            for (Requirement part : parts) {
                part.each(lines);
            }
        }
    }

    /** How many lines parts have together. */
    static int lines(Requirement[] parts) {
        int lines = 0;
        for (Requirement part : parts) {
            lines += part.lines();
        }
        return lines;
    }

    /** The distance of parts that all have to be met, or {@code limit} when it is no less. */
    static int sum(Requirement[] parts, Item[] frame, Case context, int limit) {
        int sum = 0;
        for (int i = 0; i < parts.length && sum < limit; i++) {
            sum += parts[i].distance(frame, context, limit - sum);
        }
        return Math.min(sum, limit);
    }

    /** Judges parts that all have to be met; gives their distance. */
    static int judge(Requirement[] parts, Item[] frame, Case context, Condition[] conditions, int from) {
        int sum = 0;
        int at = from;
        for (Requirement part : parts) {
            sum += part.judge(frame, context, conditions, at);
            at += part.lines();
        }
        return sum;
    }
}
