package luohu.api;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.runtime.configuration.ConfigurationException;
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
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import luohu.access.AccessMode;
import luohu.access.Presented;
import org.eclipse.microprofile.jwt.JsonWebToken;

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

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int PATIENCE_SECONDS = 5;

    private final IdentityProviderManager identities;
    private final String claim;
    private final LongSupplier nanoTime;

    /** The question for the keys that was asked last, with whether it had an answer. */
    private Future<Void> keys;

    private long failedAt;

    /**
     * @param identities judges tokens
     * @param claim the claim that names the caller
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    TokenCallers(IdentityProviderManager identities, String claim, LongSupplier nanoTime) {
        this.identities = identities;
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

    private synchronized Future<Optional<String>> judged(String token, RoutingContext context) {
        if (keys == null || keys.failed() && nanoTime.getAsLong() - failedAt >= PAUSE_NANOS) {
            Future<Optional<String>> first = verified(token, context);
            keys = first.<Void>mapEmpty().onFailure(away -> failed());
            return first;
        }
        return keys.succeeded() ? verified(token, context) : keys.compose(known -> verified(token, context));
    }

    private synchronized void failed() {
        failedAt = nanoTime.getAsLong();
    }

    /** The reason why a token is refused stays here: it can quote the token. */
    private Future<Optional<String>> verified(String token, RoutingContext context) {
        return Future.fromCompletionStage(Uni.createFrom()
                        .deferred(() -> {
                            var request = new TokenAuthenticationRequest(new AccessTokenCredential(token));
                            HttpSecurityUtils.setRoutingContextAttribute(request, context);
                            return identities.authenticate(request);
                        })
                        .subscribeAsCompletionStage())
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map(this::name)
                .recover(failure ->
                        isOfIssuer(failure) ? Future.failedFuture(failure) : Future.succeededFuture(Optional.empty()));
    }

    /** Whatever else fails is a fault of the token, which can fail in many ways. */
    private static boolean isOfIssuer(Throwable failure) {
        return failure instanceof OIDCException
                || failure instanceof ConfigurationException
                || failure instanceof TimeoutException;
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
