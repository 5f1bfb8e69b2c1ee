package luohu.packages;

import luohu.binding.Required;

/**
 * A clause that is no pathway, and why.
 *
 * @param clause where it stands
 * @param quote its words
 * @param reason why it is no pathway
 */
public record OtherClause(@Required String clause, @Required String quote, @Required String reason) {}
