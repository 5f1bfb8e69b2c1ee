package luohu.packages;

import luohu.binding.Required;

/**
 * A remark on one outcome.
 *
 * @param code a ruling, or a stable English code
 * @param text the words for people
 */
public record Note(@Required String code, @Required String text) {}
