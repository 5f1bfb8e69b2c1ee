package luohu.receipts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import luohu.service.AnswerJson;
import luohu.service.EvaluationAnswer;

/** Gives receipts for answers, where there is a key to sign them with. */
public final class Receipts {

    /** The response header that carries a receipt. */
    public static final String HEADER = "Luohu-Receipt";

    private static final int SALT_BYTES = 16;

    private final Optional<SigningKey> key;
    private final String serviceVersion;
    private final ObjectMapper json = AnswerJson.mapper();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param key signs the receipts; empty for no receipts
     * @param serviceVersion the version of the program, which receipts state
     */
    public Receipts(Optional<SigningKey> key, String serviceVersion) {
        this.key = key;
        this.serviceVersion = serviceVersion;
    }

    /** Whether there is a key. */
    public boolean areGiven() {
        return key.isPresent();
    }

    /**
     * The receipt for an answer; empty without a key.
     *
     * @param request the request, byte for byte as it came
     * @param answer the answer
     * @param body the answer, byte for byte as it goes
     */
    public Optional<String> receipt(byte[] request, EvaluationAnswer answer, byte[] body) {
        return key.map(signing -> sign(signing, request, answer, body));
    }

    private String sign(SigningKey signing, byte[] request, EvaluationAnswer answer, byte[] body) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Statement statement = Statement.of(
                signing.id(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
                request,
                answer,
                body,
                serviceVersion);
        try {
            return DetachedJws.sign(json.writeValueAsBytes(statement), body, signing.key())
                    .compact();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts and a date can always be written
        }
    }
}
