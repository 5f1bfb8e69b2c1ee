package luohu.language;

import java.util.List;
import java.util.Set;

/**
 * One rule of a package, parsed and checked.
 *
 * @param name clause and Chinese title
 * @param file the file it stands in
 * @param line its line there
 * @param target what it decides
 * @param slots the types its patterns match; the index is the slot in a frame
 * @param body what it asks
 * @param personSlot the slot of the person whose facts hold; −1 for the applicant
 * @param dependsOn the pathways whose outcome it asks for
 */
public record Rule(
        String name,
        String file,
        int line,
        Target target,
        List<FactType> slots,
        Formula.All body,
        int personSlot,
        Set<String> dependsOn) {

    /** What a rule decides. */
    public enum Aspect {
        /** Whether a pathway holds; {@code detail} names the ground, or is empty. */
        PATHWAY,
        /** Whether a restriction holds. */
        RESTRICTION,
        /** Whether a paper can be had; {@code detail} is its document code. */
        MATERIAL,
        /** Whether places of registration apply; {@code detail} is their condition's name in the document. */
        REGISTRATION
    }

    /**
     * What a rule decides.
     *
     * @param aspect the kind of thing
     * @param code the pathway or restriction
     * @param detail see {@link Aspect}
     */
    public record Target(Aspect aspect, String code, String detail) {}

    /** Whether the pattern of the person the rule records is a part, or stands within it. */
    public boolean holdsPerson(Formula part) {
        return part instanceof Formula.Some some
                && personSlot >= 0
                && (some.slot() == personSlot || some.where().parts().stream().anyMatch(this::holdsPerson));
    }

    /** An empty frame for this rule. */
    public Item[] frame() {
        return new Item[slots.size()];
    }
}
