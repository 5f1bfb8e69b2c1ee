package luohu.access;

import java.io.IOException;
import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of an OpenID Connect issuer, found through its discovery document (OpenID Connect Discovery 1.0) and kept.
 * The issuer is asked at the first token and when one names an unknown key; never at the start.
 */
public final class IssuerKeys implements VerificationKeyResolver {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** Between two questions for unknown keys: else anybody could have this service flood the issuer. */
    private static final long BETWEEN_REFRESHES_MILLIS = 30_000;

    /** For which old keys serve while the issuer does not answer. */
    private static final long KEPT_ON_ERROR_SECONDS = 3_600;

    /** After a question that had no answer; in the meantime unknown keys cannot be looked for, known ones serve. */
    private static final long PAUSE_SECONDS = 10;

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LONGEST_ANSWER = 1024 * 1024;

    /** That the issuer does not answer; the token can be good all the same. */
    public static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnavailableException(Exception cause) {
            super(cause);
        }
    }

    private final String issuer;
    private final SimpleGet http;
    private volatile VerificationKeyResolver keys;

    /**
     * @param issuer the address of the issuer, which is also its name in tokens
     */
    public IssuerKeys(String issuer) {
        this.issuer = issuer;
        Get http = new Get();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setRetries(0);
        http.setResponseBodySizeLimit(LONGEST_ANSWER);
        this.http = new PatientGet(http, TimeUnit.SECONDS.toNanos(PAUSE_SECONDS), System::nanoTime);
    }

    String issuer() {
        return issuer;
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return known().resolveKey(signature, nesting);
        } catch (UnresolvableKeyException e) {
            if (e.getCause() instanceof IOException) {
                throw new UnavailableException(e);
            }
            throw e;
        }
    }

    private VerificationKeyResolver known() {
        if (keys == null) {
            synchronized (this) {
                if (keys == null) {
                    keys = discovered();
                }
            }
        }
        return keys;
    }

    private VerificationKeyResolver discovered() {
        try {
            SimpleResponse response =
                    http.get((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY);
            Map<String, Object> document = JsonUtil.parseJson(response.getBody());
            if (!issuer.equals(document.get("issuer")) || !(document.get("jwks_uri") instanceof String location)) {
                throw new IOException("the discovery document is not that of the issuer");
            }
            HttpsJwks jwks = new HttpsJwks(location);
            jwks.setSimpleHttpGet(http);
            jwks.setRefreshReprieveThreshold(BETWEEN_REFRESHES_MILLIS);
            jwks.setRetainCacheOnErrorDuration(KEPT_ON_ERROR_SECONDS);
            return new HttpsJwksVerificationKeyResolver(jwks);
        } catch (IOException | JoseException e) {
            throw new UnavailableException(e);
        }
    }
}
