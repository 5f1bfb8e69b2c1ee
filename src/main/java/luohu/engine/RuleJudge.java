package luohu.engine;

import java.util.List;
import java.util.function.BiFunction;
import luohu.language.Case;
import luohu.language.Item;

/** Decides the rules of one package for a case. Safe for use by many threads at once. */
public interface RuleJudge {

    /**
     * Lets the rules decide a case.
     *
     * @param context the case
     * @param rounds how many more rounds follow the first, for rules that ask what became of pathways
     * @param outcomes the pathway outcomes that are settled before a round (from 1), given what has been recorded so far;
     *     the case holds them when it returns
     * @return what the rules recorded
     */
    Firings decide(Case context, int rounds, BiFunction<Integer, Firings, List<Item>> outcomes);
}
