package luohu.language;

import java.util.List;

/**
 * A rule file after parsing and checking.
 *
 * @param rules its rules; those with findings are left out
 * @param findings what is wrong with it
 */
public record RuleFile(List<Rule> rules, List<Finding> findings) {}
