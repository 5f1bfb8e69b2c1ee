package luohu.packages;

import java.util.List;
import luohu.binding.Required;
import luohu.facts.DocumentCode;

/**
 * A paper a pathway asks for.
 *
 * @param name what the clause calls it
 * @param options any one option meets the requirement; an option needs every document in it
 * @param basis whether the clause lists it
 * @param from whose paper it is
 * @param openEnded whether the clause ends its list with 等
 * @param clause where it is listed; null means the clause of the pathway
 */
public record Material(
        @Required String name,
        @Required List<List<DocumentCode>> options,
        @Required Basis basis,
        @Required Source from,
        boolean openEnded,
        String clause) {

    /** What a material rests on. */
    public enum Basis {
        /** The clause lists it. */
        STATED,
        /** The clause lists none; the condition has to be shown somehow. */
        IMPLIED
    }

    /** Whose paper it is. */
    public enum Source {
        /** The applicant's. */
        APPLICANT,
        /** The other side's. */
        RELATIVE,
        /** The owner's of the home. */
        OWNER,
        /** The employer's. */
        EMPLOYER
    }
}
