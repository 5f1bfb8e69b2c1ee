package luohu.engine;

import java.util.List;
import luohu.language.Truth;

/**
 * What one rule makes of a case, found in one walk.
 *
 * @param truth whether it holds, which follows from the conditions
 * @param conditions each thing it asks, judged on the items that come nearest
 */
public record Judged(Truth truth, List<Condition> conditions) {}
