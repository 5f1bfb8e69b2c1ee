package luohu.engine;

import java.util.SortedSet;
import java.util.TreeSet;
import luohu.language.Atom;
import luohu.language.Formula;

/** Which patterns a formula speaks about. */
final class Slots {

    private Slots() {}

    /** Whether a formula only compares items that are already found, and looks for none itself. */
    static boolean isInline(Formula formula) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().allMatch(Slots::isInline);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().allMatch(Slots::isInline);
        } else if (formula instanceof Formula.Not not) {
            return isInline(not.inner());
        }
        return !(formula instanceof Formula.Some);
    }

    /** The slots that an inline formula reads. */
    static SortedSet<Integer> of(Formula formula) {
        SortedSet<Integer> slots = new TreeSet<>();
        collect(formula, slots);
        return slots;
    }

    private static void collect(Formula formula, SortedSet<Integer> slots) {
        if (formula instanceof Atom atom) {
            slots.add(atom.slot());
            if (atom.isJoin()) {
                slots.add(atom.otherSlot());
            }
        } else if (formula instanceof Formula.Given given) {
            slots.add(given.slot());
        } else if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> collect(part, slots));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> collect(part, slots));
        } else if (formula instanceof Formula.Not not) {
            collect(not.inner(), slots);
        }
    }
}
