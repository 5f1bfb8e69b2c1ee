package luohu.packages;

import java.util.List;
import luohu.binding.Required;

/**
 * What a document says of one restriction, apart from when it holds.
 *
 * @param code a stable English code
 * @param title its Chinese title
 * @param clause where it stands
 * @param quote the decisive words, as they stand
 * @param effect what follows
 * @param rulings the rulings it leans on
 * @param notes further remarks; null for none
 */
public record RestrictionText(
        @Required String code,
        @Required String title,
        @Required String clause,
        @Required String quote,
        @Required Effect effect,
        @Required List<String> rulings,
        List<Note> notes) {

    /** What follows from a restriction. */
    public enum Effect {
        /** Strictly controlled, which is not a ban. */
        STRICTLY_CONTROLLED
    }
}
