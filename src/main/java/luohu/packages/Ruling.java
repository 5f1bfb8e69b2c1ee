package luohu.packages;

import luohu.binding.Required;

/**
 * How a text that can be read in more than one way is read here.
 *
 * @param id the ruling
 * @param text what was decided, and on which words
 */
public record Ruling(@Required String id, @Required String text) {}
