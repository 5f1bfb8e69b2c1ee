package luohu.binding;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where, RFC 6901; empty for the whole input
 * @param code what, a stable English code
 * @param message what is wrong and how to mend it, in Chinese; repeats no value of a field that could hold personal data
 */
public record Fault(String pointer, String code, String message) {

    /** The pointer to a member of the value that {@code parent} points to. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
