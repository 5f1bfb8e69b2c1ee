package luohu.packages;

import luohu.binding.Required;

/**
 * Where a pathway registers.
 *
 * @param place the kind of place
 * @param mandatory whether it must be there: the clause names one place and leaves no choice
 * @param when the name of the rule that has to hold for the place to apply; null when it always does
 */
public record Registration(@Required PlaceOfRegistration place, boolean mandatory, String when) {}
