package luohu.receipts;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import luohu.packages.Sha256;

/** The name of a key: the SHA-256 thumbprint of its JSON Web Key (RFC 7638, with the members that RFC 8037 requires). */
final class Thumbprint {

    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Thumbprint() {}

    /** The thumbprint of an Ed25519 public key, in Base64url. */
    static String of(PublicKey key) {
        byte[] encoded = key.getEncoded(); // SubjectPublicKeyInfo (RFC 8410) ends with the key itself
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + ENCODER.encodeToString(x) + "\"}";
        return ENCODER.encodeToString(new Sha256().add(jwk).bytes());
    }
}
