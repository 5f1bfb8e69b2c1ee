package luohu.receipts;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * A key that signs receipts.
 *
 * @param key an Ed25519 private key
 * @param id the thumbprint of its public key, by which receipts name it
 */
public record SigningKey(PrivateKey key, String id) {

    /** The signing key that an Ed25519 private key makes. */
    public static SigningKey of(PrivateKey key) {
        return new SigningKey(key, Thumbprint.of(publicKey(key)));
    }

    /**
     * The public key of a private one. The Java platform computes it only while it generates a pair, so it is made to generate
     * this one: RFC 8032 derives both keys from 32 random bytes, which here are those of the private key.
     */
    static PublicKey publicKey(PrivateKey key) {
        byte[] seed = seed(key);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(DetachedJws.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
            KeyPair pair = generator.generateKeyPair();
            if (!Arrays.equals(seed, seed(pair.getPrivate()))) {
                throw new IllegalStateException("this Java platform generates Ed25519 keys in a way of its own");
            }
            return pair.getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Java has had Ed25519 since 15
        }
    }

    private static byte[] seed(PrivateKey key) {
        return ((EdECPrivateKey) key).getBytes().orElseThrow();
    }

    /** Gives the bytes it was made with. */
    private static final class Seeded extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
