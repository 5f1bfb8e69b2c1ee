package luohu.decision;

import luohu.packages.PlaceOfRegistration;

/**
 * A place where the registration may be made.
 *
 * @param place the kind of place
 * @param mandatory whether it must be there
 */
public record PlaceAnswer(PlaceOfRegistration place, boolean mandatory) {}
