package luohu.receipts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import luohu.testing.Keys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A detached signature")
class DetachedJwsTest {

    /** RFC 8037, appendix A: the key, its thumbprint and what it signs. */
    private static final String D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    private static final byte[] HEADER = ascii("{\"alg\":\"EdDSA\"}");
    private static final byte[] PAYLOAD = ascii("Example of Ed25519 signing");
    private static final String JWS = "eyJhbGciOiJFZERTQSJ9"
            + "..hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    @Test
    @DisplayName("is byte for byte the one of RFC 8037, A.4, and verifies with the public key of A.2")
    void is_the_one_of_the_rfc() throws GeneralSecurityException {
        assertEquals(JWS, DetachedJws.sign(HEADER, PAYLOAD, key()).compact());
        DetachedJws parsed = DetachedJws.parse(JWS);
        assertArrayEquals(HEADER, parsed.headerBytes());
        assertTrue(parsed.verifies(PAYLOAD, SigningKey.publicKey(key())));
    }

    @Test
    @DisplayName("names its key as RFC 8037, A.3 does")
    void names_its_key() throws GeneralSecurityException {
        assertEquals(THUMBPRINT, SigningKey.of(key()).id());
        byte[] encoded = SigningKey.publicKey(key()).getEncoded();
        assertArrayEquals(
                Base64.getUrlDecoder().decode(X), Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    @Test
    @DisplayName("finds the public key of any private key")
    void finds_public_keys() {
        for (int i = 0; i < 50; i++) {
            KeyPair pair = Keys.pair();
            assertEquals(pair.getPublic(), SigningKey.publicKey(pair.getPrivate()));
        }
    }

    @Test
    @DisplayName("does not verify when header, payload, signature or key is another")
    void does_not_verify_what_was_changed() throws GeneralSecurityException {
        PublicKey key = SigningKey.publicKey(key());
        DetachedJws sound = DetachedJws.parse(JWS);
        for (int i = 0; i < PAYLOAD.length; i++) {
            byte[] changed = PAYLOAD.clone();
            changed[i] ^= 1;
            assertFalse(sound.verifies(changed, key), "payload byte " + i);
        }
        byte[] signature = Base64.getUrlDecoder().decode(sound.signature());
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertFalse(new DetachedJws(sound.header(), encoded).verifies(PAYLOAD, key), "signature byte " + i);
        }
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString(ascii("{\"alg\":\"eddsa\"}"));
        assertFalse(new DetachedJws(header, sound.signature()).verifies(PAYLOAD, key));
        assertFalse(sound.verifies(PAYLOAD, Keys.pair().getPublic()));
        assertFalse(new DetachedJws(sound.header(), "AAAA").verifies(PAYLOAD, key), "too short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..",
                "..a",
                "a.b",
                "a.b.c",
                "a..b.c",
                "回..执",
                "eyJ9..a b",
                "ab==..ab==..",
                "\u0000"
            })
    @DisplayName("is not read from a text that is none")
    void is_not_read_from_anything_else(String text) {
        assertThrows(IllegalArgumentException.class, () -> DetachedJws.parse(text));
    }

    private static PrivateKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(
                        NamedParameterSpec.ED25519, Base64.getUrlDecoder().decode(D)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
