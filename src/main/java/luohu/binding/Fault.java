package luohu.binding;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where, RFC 6901; empty for the whole input
 * @param code what, a stable English code
 * @param message what is wrong and how to mend it, in Chinese; repeats no value of a field that could hold personal data
 */
public record Fault(String pointer, String code, String message) {

    /** The longest pointer to something whose name a caller made up; those to what is known are far shorter. */
    public static final int LONGEST_POINTER = 256;

    /** The pointer to a member of the value that {@code parent} points to. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to a member; where that would be too long, the pointer to the value that holds it, which is {@code parent} itself. */
    public static String near(String parent, String name) {
        boolean tooLong = parent.length() + 1 + name.length() > LONGEST_POINTER;
        String child = tooLong ? parent : child(parent, name);
        return child.length() > LONGEST_POINTER ? parent : child;
    }
}
