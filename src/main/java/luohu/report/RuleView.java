package luohu.report;

import java.util.List;
import luohu.language.Truth;
import luohu.scenarios.Coverage;

/**
 * A rule as the template shows it.
 *
 * @param name clause and title
 * @param decides what it decides, in words
 * @param place file and line
 * @param texts what it asks, in Chinese sentences
 * @param source what it asks, as it is written
 * @param conditions what the scenarios show of its conditions
 */
record RuleView(
        String name, String decides, String place, List<String> texts, String source, List<ConditionView> conditions) {

    /** A condition and the truth values the scenarios have shown. */
    record ConditionView(String text, boolean seenTrue, boolean seenFalse, boolean seenOpen) {

        static ConditionView of(Coverage.Entry entry) {
            return new ConditionView(
                    entry.text(),
                    entry.seen().contains(Truth.TRUE),
                    entry.seen().contains(Truth.FALSE),
                    entry.seen().contains(Truth.UNKNOWN));
        }

        /** In the order of the table: true, false, open. */
        public List<Boolean> seen() {
            return List.of(seenTrue, seenFalse, seenOpen);
        }

        public int unseen() {
            return (seenTrue ? 0 : 1) + (seenFalse ? 0 : 1) + (seenOpen ? 0 : 1);
        }
    }

    public int unseen() {
        return conditions.stream().mapToInt(ConditionView::unseen).sum();
    }
}
