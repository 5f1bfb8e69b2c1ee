package luohu.packages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over texts, put together piece by piece. */
public final class Sha256 {

    private final MessageDigest digest;

    /** Over nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** Adds a text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds a text after its length, which keeps apart what would read the same when strung together. */
    public Sha256 addMeasured(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length + "\n").add(bytes);
    }

    /** The hash itself, 32 bytes. Ends it. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** As digests are written everywhere: {@code sha256:} and 64 hexadecimal digits. Ends it. */
    public String digest() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
