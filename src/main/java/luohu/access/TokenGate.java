package luohu.access;

import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Knows callers by the tokens that an OpenID Connect issuer signed for this service. The issuer is asked for its keys at the
 * first token and when one is signed by an unknown key, never at the start.
 */
public final class TokenGate implements Gate {

    /** Clocks of different machines. */
    private static final int SKEW_SECONDS = 30;

    private final JwtConsumer consumer;
    private final String claim;

    /**
     * @param keys the issuer's keys
     * @param audience this service's name in tokens
     * @param claim the claim that names the caller
     */
    public TokenGate(IssuerKeys keys, String audience, String claim) {
        this.claim = claim;
        this.consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(keys.issuer())
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(algorithms())
                .setVerificationKeyResolver(keys)
                .build();
    }

    @Override
    public AccessMode mode() {
        return AccessMode.OIDC;
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    /** {@inheritDoc} The reason why a token is refused stays here: it can quote the token. */
    @Override
    public Optional<String> caller(Presented presented) {
        return presented.bearer().flatMap(this::verified);
    }

    private Optional<String> verified(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return Optional.ofNullable(claims.getStringClaimValue(claim)).filter(name -> !name.isBlank());
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof IssuerKeys.UnavailableException unavailable) {
                throw unavailable;
            }
            return Optional.empty();
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /** Signatures by private keys only: neither none nor a secret that both sides would have to share. */
    private static AlgorithmConstraints algorithms() {
        return new AlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.RSA_USING_SHA384,
                AlgorithmIdentifiers.RSA_USING_SHA512,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
                AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
                AlgorithmIdentifiers.EDDSA);
    }
}
