package luohu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import luohu.binding.Required;

/**
 * A key as the service knows it: by its hash. A key has 256 random bits, so nobody can find it by trying; a slow or salted
 * hash, which protects what people can remember, would only make every request slower.
 *
 * @param name who holds it; several keys may have the same holder
 * @param hash {@code sha256:} and the SHA-256 of the key in hexadecimal digits
 * @param expires the last day on which it holds; null when it holds until it is taken out
 */
public record AccessKey(@Required String name, @Required String hash, LocalDate expires) {

    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");
    static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Shows scanners of repositories and logs what they have found. */
    private static final String PREFIX = "luohu_";

    private static final int BYTES = 32;

    /** A key that nobody has seen yet. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a key, as the file states it. */
    public static String hashOf(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** Whether a name can stand in the file. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Its line in the file. */
    public String line() {
        return "- {name: \"" + name + "\", hash: \"" + hash + "\"" + (expires == null ? "" : ", expires: " + expires)
                + "}";
    }

    boolean holdsOn(LocalDate day) {
        return expires == null || !day.isAfter(expires);
    }
}
