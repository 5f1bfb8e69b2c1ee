package luohu.language;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a rule asks, as a tree over the items of a case. A frame holds the item each pattern of the rule stands for at the
 * moment, by slot. Truth follows Kleene throughout.
 */
public sealed interface Formula permits Atom, Formula.All, Formula.Any, Formula.Given, Formula.Not, Formula.Some {

    /** What it is made of; empty for a comparison. */
    List<Formula> parts();

    /** Its truth, the outer patterns standing for the items in the frame. */
    Truth truth(Item[] frame, Case context);

    /** Names the unknown facts in its parts that are still open. To be called only when its truth is UNKNOWN. */
    void missing(Item[] frame, Case context, Consumer<String> paths);

    /** True when all parts are. */
    record All(List<Formula> parts) implements Formula {

        @Override
        public Truth truth(Item[] frame, Case context) {
            Truth truth = Truth.TRUE;
            for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
                truth = truth.and(parts.get(i).truth(frame, context));
            }
            return truth;
        }

        @Override
        public void missing(Item[] frame, Case context, Consumer<String> paths) {
            openParts(parts, frame, context, paths);
        }
    }

    /** True when any part is. */
    record Any(List<Formula> parts) implements Formula {

        @Override
        public Truth truth(Item[] frame, Case context) {
            Truth truth = Truth.FALSE;
            for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
                truth = truth.or(parts.get(i).truth(frame, context));
            }
            return truth;
        }

        @Override
        public void missing(Item[] frame, Case context, Consumer<String> paths) {
            openParts(parts, frame, context, paths);
        }
    }

    /** True when the item is given; the one item of an unknown list may or may not be there. For patterns that ask nothing. */
    record Given(int slot) implements Formula {

        @Override
        public List<Formula> parts() {
            return List.of();
        }

        @Override
        public Truth truth(Item[] frame, Case context) {
            return frame[slot].isGiven() ? Truth.TRUE : Truth.UNKNOWN;
        }

        @Override
        public void missing(Item[] frame, Case context, Consumer<String> paths) {
            frame[slot].missing("", paths);
        }
    }

    /** True when the inner formula is false. */
    record Not(Formula inner) implements Formula {

        @Override
        public List<Formula> parts() {
            return List.of(inner);
        }

        @Override
        public Truth truth(Item[] frame, Case context) {
            return inner.truth(frame, context).not();
        }

        @Override
        public void missing(Item[] frame, Case context, Consumer<String> paths) {
            inner.missing(frame, context, paths);
        }
    }

    /**
     * True when some item of a type meets the inner formula.
     *
     * @param slot where the frame holds the item
     * @param type the type of items to look through
     * @param where what the item has to meet
     */
    record Some(int slot, FactType type, All where) implements Formula {

        /** Whether any item will do. */
        public boolean asksNothing() {
            return where.parts().stream().allMatch(Given.class::isInstance);
        }

        @Override
        public List<Formula> parts() {
            return List.of(where);
        }

        @Override
        public Truth truth(Item[] frame, Case context) {
            Truth truth = Truth.FALSE;
            List<Item> items = context.items(type);
            for (int i = 0; i < items.size() && truth != Truth.TRUE; i++) {
                frame[slot] = items.get(i);
                truth = truth.or(where.truth(frame, context));
            }
            return truth;
        }

        @Override
        public void missing(Item[] frame, Case context, Consumer<String> paths) {
            for (Item item : context.items(type)) {
                frame[slot] = item;
                if (where.truth(frame, context) == Truth.UNKNOWN) {
                    frame[slot] = item;
                    where.missing(frame, context, paths);
                }
            }
        }
    }

    private static void openParts(List<Formula> parts, Item[] frame, Case context, Consumer<String> paths) {
        for (Formula part : parts) {
            if (part.truth(frame, context) == Truth.UNKNOWN) {
                part.missing(frame, context, paths);
            }
        }
    }
}
