package luohu.api;

import java.util.Set;

/** The methods of HTTP (RFC 9110, 9.3; RFC 5789). Callers can send any other word as one, so that no other is noted anywhere. */
final class KnownMethods {

    private static final Set<String> NAMES =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private KnownMethods() {}

    /** Whether a word is a method. */
    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** A method, or what is noted in its place. */
    static String orElse(String name, String other) {
        return has(name) ? name : other;
    }
}
