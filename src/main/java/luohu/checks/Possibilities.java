package luohu.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Truth;

/**
 * Settles what conditions on one item come to, by trying every combination of values that can make a difference. What is
 * too much to try counts as possible and as not implied, so that nothing is said about it.
 */
final class Possibilities {

    private final Worlds worlds;
    private final NormalForm form;

    Possibilities(Worlds worlds, NormalForm form) {
        this.worlds = worlds;
        this.form = form;
    }

    /** Whether some item could meet all conditions at once. */
    boolean possible(int slot, List<Formula> conditions) {
        return worlds.kinds(form.type(slot)).stream().anyMatch(kind -> {
            List<Formula> rest = new ArrayList<>(conditions);
            while (!rest.isEmpty()) {
                List<Formula> related = related(rest.get(0), rest, kind);
                rest.removeAll(related);
                boolean none = worlds.of(form.type(slot), kind, related, false)
                        .map(all -> all.stream().noneMatch(each -> conjunction(related, slot, each) == Truth.TRUE))
                        .orElse(false);
                if (none) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Whether whatever item meets the conditions meets the goal as well, everything about it being known. */
    boolean certain(int slot, List<Formula> conditions, Formula goal) {
        return every(slot, conditions, goal, false, truths -> truths[0] != Truth.TRUE || truths[1] == Truth.TRUE);
    }

    /** Whether the goal is never less true than the conditions, whatever is known about the item. */
    boolean implied(int slot, List<Formula> conditions, Formula goal) {
        return every(slot, conditions, goal, true, truths -> rank(truths[0]) <= rank(truths[1]));
    }

    private boolean every(
            int slot, List<Formula> conditions, Formula goal, boolean unknowns, Predicate<Truth[]> agrees) {
        return worlds.kinds(form.type(slot)).stream().allMatch(kind -> {
            List<Formula> all = new ArrayList<>(conditions);
            all.add(goal);
            List<Formula> related = related(goal, all, kind);
            List<Formula> given = related.stream().filter(part -> part != goal).toList();
            return worlds.of(form.type(slot), kind, related, unknowns)
                    .map(each -> each.stream()
                            .allMatch(world -> agrees.test(new Truth[] {
                                conjunction(given, slot, world), conjunction(List.of(goal), slot, world)
                            })))
                    .orElse(false);
        });
    }

    /** The conditions that read a fact which the first reads, directly or through others. */
    private List<Formula> related(Formula first, List<Formula> all, Worlds.Kind kind) {
        Set<String> facts = new HashSet<>(worlds.facts(first, kind));
        Set<Formula> related = new HashSet<>(List.of(first));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Formula each : all) {
                Set<String> own = worlds.facts(each, kind);
                if (!related.contains(each) && own.stream().anyMatch(facts::contains)) {
                    related.add(each);
                    facts.addAll(own);
                    grown = true;
                }
            }
        }
        return all.stream().filter(related::contains).toList();
    }

    private Truth conjunction(List<Formula> conditions, int slot, Worlds.World world) {
        Item[] frame = new Item[form.size()];
        frame[slot] = world.item();
        return new Formula.All(conditions).truth(frame, world.context());
    }

    private static int rank(Truth truth) {
        return switch (truth) {
            case FALSE -> 0;
            case UNKNOWN -> 1;
            case TRUE -> 2;
        };
    }
}
