package luohu.decision;

import luohu.language.Truth;
import luohu.packages.Registration;

/**
 * A place where a pathway may register, with its answer made beforehand.
 *
 * @param answer the answer
 * @param rule the rule that says whether the place applies; {@link #ALWAYS} where it always does
 * @param words how a remark names it
 */
record Place(PlaceAnswer answer, int rule, String words) {

    /** No rule. */
    static final int ALWAYS = -1;

    static Place of(Registration registration, int rule) {
        return new Place(
                new PlaceAnswer(registration.place(), registration.mandatory()),
                rule,
                registration.place().label() + (registration.mandatory() ? "（如适用则应当在此登记）" : ""));
    }

    /** Whether the place applies. */
    Truth applies(Reasons reasons) {
        return rule == ALWAYS ? Truth.TRUE : reasons.truth(rule);
    }
}
