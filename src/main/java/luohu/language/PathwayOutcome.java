package luohu.language;

import java.util.List;

/**
 * What became of a pathway, for rules that depend on it.
 *
 * @param code the pathway
 * @param holds whether it holds; null while it is open
 * @param missing while it is open, the facts that would settle it
 */
public record PathwayOutcome(String code, Boolean holds, List<String> missing) {}
