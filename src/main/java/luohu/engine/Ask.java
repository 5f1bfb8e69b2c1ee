package luohu.engine;

import luohu.language.Formula;
import luohu.language.Rule;

/**
 * One thing a rule asks, as words and as the formula behind them.
 *
 * @param rule the rule that asks it, whose slots the formula speaks of
 * @param text in words a policy officer uses
 * @param formula what it asks
 */
public record Ask(Rule rule, String text, Formula formula) {}
