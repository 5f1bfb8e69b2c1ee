package luohu.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import luohu.changes.PackageChanges.ChangeKind;

/**
 * Which item of one list became which of another.
 *
 * @param before the item before; null for an added one
 * @param after the item after; null for a dropped one
 */
record Pairing<T>(T before, T after) {

    /**
     * Pairs those that are most alike first, the earlier ones where several are equally alike. Gives the pairs and the added
     * ones in the order of {@code after}, then the dropped ones in the order of {@code before}.
     *
     * @param likeness how alike two items are; 0 for two that are not the same thing at all
     */
    static <T> List<Pairing<T>> of(List<T> before, List<T> after, ToIntBiFunction<T, T> likeness) {
        List<Integer> partners = new ArrayList<>();
        after.forEach(each -> partners.add(-1));
        while (true) {
            int most = 0;
            int from = -1;
            int to = -1;
            for (int j = 0; j < after.size(); j++) {
                for (int i = 0; i < before.size() && partners.get(j) < 0; i++) {
                    int alike = partners.contains(i) ? 0 : likeness.applyAsInt(before.get(i), after.get(j));
                    if (alike > most) {
                        most = alike;
                        from = i;
                        to = j;
                    }
                }
            }
            if (most == 0) {
                return pairs(before, after, partners);
            }
            partners.set(to, from);
        }
    }

    private static <T> List<Pairing<T>> pairs(List<T> before, List<T> after, List<Integer> partners) {
        List<Pairing<T>> pairs = new ArrayList<>();
        for (int j = 0; j < after.size(); j++) {
            pairs.add(new Pairing<>(partners.get(j) < 0 ? null : before.get(partners.get(j)), after.get(j)));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!partners.contains(i)) {
                pairs.add(new Pairing<>(before.get(i), null));
            }
        }
        return pairs;
    }

    /** What became of something; null stands for not being there. */
    static ChangeKind kind(Object before, Object after) {
        return before == null ? ChangeKind.ADDED : after == null ? ChangeKind.DROPPED : ChangeKind.CHANGED;
    }
}
