package luohu.peers;

import java.util.Collection;

/** Three-valued conditions over facts of which null is unknown; null stands for unknown in what comes out as well. */
final class Kleene {

    private Kleene() {}

    static Boolean is(Object value, Object wanted) {
        return value == null ? null : value.equals(wanted);
    }

    static Boolean in(Object value, Collection<?> wanted) {
        return value == null ? null : wanted.contains(value);
    }

    static Boolean contains(Collection<?> values, Object wanted) {
        return values == null || wanted == null ? null : values.contains(wanted);
    }

    static Boolean all(Boolean... parts) {
        return settled(false, parts);
    }

    static Boolean any(Boolean... parts) {
        return settled(true, parts);
    }

    private static Boolean settled(Boolean by, Boolean... parts) {
        boolean open = false;
        for (Boolean part : parts) {
            if (by.equals(part)) {
                return by;
            }
            open |= part == null;
        }
        return open ? null : !by;
    }
}
