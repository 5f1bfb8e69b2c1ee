package luohu.binding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** The written forms of dates and codes. */
public final class Formats {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Formats() {}

    /** The civil day that {@code yyyy-MM-dd} names, years 0001 to 9999; empty when the text names none. */
    public static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, STRICT));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // such as 2023-02-30
        }
    }

    /** Whether the text has the form of a division code: six digits, GB/T 2260. */
    public static boolean isDivisionCode(String text) {
        return isDigits(text, 6);
    }

    /** Whether the text is a code of GB/T 4658: two digits, 10 to 90. */
    public static boolean isEducationLevel(String text) {
        return isDigits(text, 2) && text.compareTo("10") >= 0 && text.compareTo("90") <= 0;
    }

    /** Whether the text has the form of a package's digest: {@code sha256:} and 64 hexadecimal digits in lower case. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    private static boolean isDigits(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
