package luohu.packages;

import luohu.binding.Required;

/**
 * A city as callers may name it.
 *
 * @param code six digits, GB/T 2260; divisions of the city share the first four
 * @param name the Chinese name with 市
 * @param pinyin the name in pinyin, for ids and folders
 */
public record City(@Required String code, @Required String name, @Required String pinyin) {}
