package luohu.timeline;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.RuleTurns;
import luohu.language.Turn;

/**
 * The turns by which outcomes under a package can change; on every other day all outcomes are those of the day before.
 *
 * @param codes the turns, each with the codes of the pathways and restrictions it bears on
 */
record PackageTurns(SortedMap<Turn, Set<String>> codes) {

    static PackageTurns of(PackageDecider decider, Facts facts, LocalDate first, LocalDate last) {
        SortedMap<Turn, Set<String>> codes = new TreeMap<>();
        if (decider != null) {
            RuleTurns turns = new RuleTurns(decider.settled(facts, first), first, last);
            for (Rule rule : decider.policy().rules()) {
                Aspect aspect = rule.target().aspect();
                if (aspect == Aspect.PATHWAY || aspect == Aspect.RESTRICTION) {
                    turns.of(rule).forEach(turn -> codes.computeIfAbsent(turn, key -> new TreeSet<>())
                            .add(rule.target().code()));
                }
            }
        }
        return new PackageTurns(codes);
    }

    /** The days on which something turns, and another day. */
    SortedSet<LocalDate> daysAnd(LocalDate other) {
        SortedSet<LocalDate> days = new TreeSet<>(Set.of(other));
        codes.keySet().forEach(turn -> days.add(turn.day()));
        return days;
    }

    /** What turns on a day and bears on any of some pathways and restrictions. */
    SortedSet<Turn> on(LocalDate day, Set<String> changed) {
        SortedSet<Turn> turns = new TreeSet<>();
        for (Map.Entry<Turn, Set<String>> each : codes.entrySet()) {
            if (each.getKey().day().equals(day) && each.getValue().stream().anyMatch(changed::contains)) {
                turns.add(each.getKey());
            }
        }
        return turns;
    }
}
