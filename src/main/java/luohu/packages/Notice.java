package luohu.packages;

import luohu.binding.Required;

/**
 * Something every answer under a package says.
 *
 * @param code a stable English code
 * @param clause the clause it rests on, if any
 * @param quote the words of the clause, if any
 * @param text the words for people
 */
public record Notice(@Required String code, String clause, String quote, @Required String text) {}
