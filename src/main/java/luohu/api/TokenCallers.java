package luohu.api;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import luohu.access.AccessMode;
import luohu.access.Presented;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Knows callers by the tokens that an OpenID Connect issuer signed for this service (RFC 6750, RFC 7519), as Quarkus OIDC judges
 * them. Until the issuer's keys are there one request at a time asks for them, and none for a while after the issuer has not
 * answered: otherwise whoever sends tokens could have this service flood an issuer that is away.
 */
final class TokenCallers implements Callers {

    /** RFC 7515, 7.1: what has another form is signed by nobody. */
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** OpenID Connect Core 1.0, 2, allows a subject no more. */
    private static final int LONGEST_NAME = 255;

    /** For how long an issuer that has not answered is not asked again. */
    static final int PAUSE_SECONDS = 10;

    private static final int PATIENCE_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(TokenCallers.class);

    /** That the issuer does not answer; the token can be good all the same. */
    static final class IssuerUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private IssuerUnavailableException(Throwable cause) {
            super(cause);
        }
    }

    private final IdentityProviderManager identities;
    private final String issuer;
    private final String claim;
    private final LongSupplier nanoTime;

    /** The question for the keys that was asked last, with whether it had an answer. */
    private volatile Future<Void> keys;

    private long failedAt;

    /** Held for reading while a token is judged, as far as that goes without waiting. */
    private final ReadWriteLock judging = new ReentrantReadWriteLock();

    /** The last judgement that had to wait for keys. */
    private volatile Future<?> fetching;

    /**
     * @param identities judges tokens
     * @param issuer its address, for the log
     * @param claim the claim that names the caller
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    TokenCallers(IdentityProviderManager identities, String issuer, String claim, LongSupplier nanoTime) {
        this.identities = identities;
        this.issuer = issuer;
        this.claim = claim;
        this.nanoTime = nanoTime;
    }

    @Override
    public AccessMode mode() {
        return AccessMode.OIDC;
    }

    @Override
    public Future<Optional<String>> of(RoutingContext context) {
        return new Presented(context.request().getHeader(HttpHeaders.AUTHORIZATION), null)
                .bearer()
                .filter(token -> SIGNED.matcher(token).matches())
                .map(token -> judged(token, context))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Future<Optional<String>> judged(String token, RoutingContext context) {
        Future<Void> known = keys;
        return known != null && known.succeeded() ? verified(token, context) : judgedFirst(token, context);
    }

    /** One at a time asks for keys; the others wait for what becomes of that. */
    private synchronized Future<Optional<String>> judgedFirst(String token, RoutingContext context) {
        if (keys == null
                || keys.failed() && nanoTime.getAsLong() - failedAt >= TimeUnit.SECONDS.toNanos(PAUSE_SECONDS)) {
            Future<Optional<String>> first = verified(token, context);
            keys = first.<Void>mapEmpty().onFailure(away -> failed());
            return first;
        }
        return keys.compose(known -> verified(token, context));
    }

    private synchronized void failed() {
        failedAt = nanoTime.getAsLong();
        LOG.errorf(
                "issuer-unavailable: 取不到签发者 %s 的公钥，令牌都核对不了，答复 503；%d 秒内不再去问。请检查 luohu.access.oidc.issuer 和到签发者的网络。",
                issuer, PAUSE_SECONDS);
    }

    /**
     * Judges a token. One that is refused while keys are being fetched, because another token has shown a key that nobody knows, is judged
     * again when they are there: after a change of keys many come at once.
     */
    private Future<Optional<String>> verified(String token, RoutingContext context) {
        Future<?> before = fetching;
        Future<SecurityIdentity> judged = begun(token, context);
        if (judged.failed()) {
            Future<?> others = begunByOthers();
            if (others != null && (others != before || !others.isComplete())) {
                judged = others.transform(fetched -> identity(token, context));
            }
        }
        return judged.map(this::name).recover(TokenCallers::unnamed);
    }

    private Future<SecurityIdentity> begun(String token, RoutingContext context) {
        judging.readLock().lock();
        try {
            Future<SecurityIdentity> judged = identity(token, context);
            if (!judged.isComplete()) {
                fetching = judged.mapEmpty(); // which keeps no token
            }
            return judged;
        } finally {
            judging.readLock().unlock();
        }
    }

    /** What is being fetched, when everybody who has just begun to have it fetched has said so. */
    private Future<?> begunByOthers() {
        judging.writeLock().lock();
        try {
            return fetching;
        } finally {
            judging.writeLock().unlock();
        }
    }

    private Future<SecurityIdentity> identity(String token, RoutingContext context) {
        return Future.fromCompletionStage(Uni.createFrom()
                        .deferred(() -> {
                            var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
                            HttpSecurityUtils.setRoutingContextAttribute(request, context);
                            return identities.authenticate(request);
                        })
                        .subscribeAsCompletionStage())
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The reason why a token is refused stays here: it can quote the token. What else fails is no fault of the token. */
    private static Future<Optional<String>> unnamed(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                ? Future.succeededFuture(Optional.empty())
                : Future.failedFuture(new IssuerUnavailableException(failure));
    }

    private Optional<String> name(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(claim) instanceof String name
                        && !name.isBlank()
                        && name.length() <= LONGEST_NAME
                ? Optional.of(name)
                : Optional.empty();
    }
}
