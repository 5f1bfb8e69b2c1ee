package luohu.decision;

import java.util.List;
import luohu.engine.Condition;
import luohu.language.Rule;
import luohu.language.Truth;

/**
 * What one rule makes of an applicant.
 *
 * @param rule the rule
 * @param truth whether it holds
 * @param conditions each thing it asks, judged on the items that come nearest
 */
public record RuleReason(Rule rule, Truth truth, List<Condition> conditions) {

    /** Whether a single condition makes it fail, all others being met. */
    public boolean failsByOne() {
        return truth == Truth.FALSE
                && conditions.stream()
                                .filter(condition -> condition.result() != Truth.TRUE)
                                .count()
                        == 1;
    }
}
