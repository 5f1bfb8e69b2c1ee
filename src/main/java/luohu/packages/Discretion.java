package luohu.packages;

import luohu.binding.Required;

/**
 * That an authority decides whether a ground is accepted.
 *
 * @param ground the ground; null for the whole pathway
 * @param authority who decides
 * @param decides what it decides
 */
public record Discretion(String ground, @Required String authority, @Required String decides) {}
