package luohu.receipts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that receipts state, written as the digests of packages are. */
final class Hash {

    private Hash() {}

    /** The hash of an answer. */
    static String of(byte[] answer) {
        return "sha256:" + HexFormat.of().formatHex(sha256(answer));
    }

    /** The hash of a request: of the salt, letter by letter as the receipt states it, and the request behind it. */
    static String of(String salt, byte[] request) {
        return "sha256:" + HexFormat.of().formatHex(sha256(salt.getBytes(StandardCharsets.UTF_8), request));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
