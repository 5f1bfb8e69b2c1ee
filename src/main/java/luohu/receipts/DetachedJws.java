package luohu.receipts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * A JSON Web Signature (RFC 7515) in compact form without its payload (appendix F), made with Ed25519 ({@code EdDSA} of RFC 8037).
 *
 * @param header the protected header as signed, in Base64url
 * @param signature the signature, in Base64url
 */
record DetachedJws(String header, String signature) {

    /** The one algorithm, as the Java platform names it. */
    static final String ALGORITHM = "Ed25519";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Signs a header and a payload. */
    static DetachedJws sign(byte[] header, byte[] payload, PrivateKey key) {
        String encoded = ENCODER.encodeToString(header);
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            update(signer, encoded, payload);
            return new DetachedJws(encoded, ENCODER.encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // the key is known to be one of the algorithm
        }
    }

    /**
     * The signature that a text holds.
     *
     * @throws IllegalArgumentException when the text is none, or has its payload with it
     */
    static DetachedJws parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || parts[0].isEmpty() || !parts[1].isEmpty() || parts[2].isEmpty()) {
            throw new IllegalArgumentException("no detached signature");
        }
        Base64.getUrlDecoder().decode(parts[0]);
        Base64.getUrlDecoder().decode(parts[2]);
        return new DetachedJws(parts[0], parts[2]);
    }

    /** Whether the holder of a key signed this header with this payload. */
    boolean verifies(byte[] payload, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            update(verifier, header, payload);
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false; // not 64 bytes, or no point of the curve
        }
    }

    /** The protected header, decoded. */
    byte[] headerBytes() {
        return Base64.getUrlDecoder().decode(header);
    }

    /** The compact form: two dots in a row where the payload would stand. */
    String compact() {
        return header + ".." + signature;
    }

    private static void update(Signature signature, String header, byte[] payload) throws GeneralSecurityException {
        signature.update((header + ".").getBytes(StandardCharsets.US_ASCII));
        signature.update(ENCODER.encode(payload));
    }
}
