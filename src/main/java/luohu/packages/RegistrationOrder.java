package luohu.packages;

import java.util.List;
import luohu.binding.Required;

/**
 * The order in which a document wants places of registration to be considered.
 *
 * @param clause where it says so
 * @param quote its words
 * @param places the places, first choice first
 */
public record RegistrationOrder(
        @Required String clause, @Required String quote, @Required List<PlaceOfRegistration> places) {}
