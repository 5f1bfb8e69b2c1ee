package luohu.engine;

import luohu.language.Truth;

/**
 * One thing a clause asks, judged.
 *
 * @param text in words a policy officer uses
 * @param result whether it is met
 * @param rule the rule that asks it, named by clause
 */
public record Condition(String text, Truth result, String rule) {}
