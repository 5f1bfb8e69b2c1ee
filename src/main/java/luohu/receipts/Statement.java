package luohu.receipts;

import java.time.LocalDate;
import luohu.packages.Sha256;
import luohu.service.EvaluationAnswer;

/**
 * What a receipt states beside the answer: the protected header of its signature, in this order and without other members.
 *
 * @param alg {@code EdDSA}
 * @param kid the thumbprint of the public key (RFC 7638)
 * @param typ {@code luohu-receipt}
 * @param salt 16 random bytes in Base64url, fresh for every answer
 * @param requestHash SHA-256 of the salt as written here and the bytes of the request
 * @param answerHash SHA-256 of the bytes of the answer
 * @param packageId the package that decided
 * @param packageDigest its digest
 * @param effectiveDate the day decided for, whether the request named it or not
 * @param serviceVersion the version of the program
 */
record Statement(
        String alg,
        String kid,
        String typ,
        String salt,
        String requestHash,
        String answerHash,
        String packageId,
        String packageDigest,
        LocalDate effectiveDate,
        String serviceVersion) {

    static final String ALG = "EdDSA";
    static final String TYP = "luohu-receipt";

    /** The statement about an answer. */
    static Statement of(
            String kid, String salt, byte[] request, EvaluationAnswer answer, byte[] json, String serviceVersion) {
        return new Statement(
                ALG,
                kid,
                TYP,
                salt,
                hash(salt, request),
                hash(json),
                answer.policyPackage().id(),
                answer.policyPackage().digest(),
                answer.effectiveDate(),
                serviceVersion);
    }

    /** The hash of an answer. */
    static String hash(byte[] answer) {
        return new Sha256().add(answer).digest();
    }

    /** The hash of a request: of the salt, letter by letter as the receipt states it, and the request behind it. */
    static String hash(String salt, byte[] request) {
        return new Sha256().add(salt).add(request).digest();
    }

    /** Whether it is a statement of this kind, with everything in it. */
    boolean isWhole() {
        return ALG.equals(alg)
                && TYP.equals(typ)
                && kid != null
                && salt != null
                && requestHash != null
                && answerHash != null
                && packageId != null
                && packageDigest != null
                && effectiveDate != null
                && serviceVersion != null;
    }
}
