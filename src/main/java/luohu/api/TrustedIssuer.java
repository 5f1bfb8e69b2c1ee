package luohu.api;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import luohu.access.AccessMode;
import luohu.access.UnusableAccessException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenID Connect issuer whose tokens are taken in mode oidc, as Quarkus OIDC wants to know it. Known only when it is asked
 * for, so that the issuer is asked for its keys at the first token and never at the start. Of {@code quarkus.oidc.*} only how to connect
 * holds for it, a private authority and a proxy; what makes a token good is said here.
 */
@ApplicationScoped
public class TrustedIssuer implements TenantConfigResolver {

    private static final String NAME = "issuer";

    /** With this word Quarkus OIDC takes tokens for whomever. */
    private static final String ANYBODY = "any";

    /** Clocks of different machines. */
    private static final int SKEW_SECONDS = 30;

    /** Between two questions for unknown keys: else anybody could have this service flood the issuer. */
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);

    private final Optional<OidcTenantConfig> issuer;
    private final String claim;

    TrustedIssuer(
            AccessMode mode,
            OidcConfig connections,
            @ConfigProperty(name = "luohu.access.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "luohu.access.oidc.audience") Optional<String> audience,
            @ConfigProperty(name = "luohu.access.oidc.caller-claim", defaultValue = "sub") String claim) {
        this.claim = claim;
        this.issuer = mode == AccessMode.OIDC
                ? Optional.of(tenant(
                        connections,
                        address(AccessComposition.required("luohu.access.oidc.issuer", issuer)),
                        audience(AccessComposition.required("luohu.access.oidc.audience", audience)),
                        claim))
                : Optional.empty();
    }

    /** Where it is; empty in other modes. */
    String address() {
        return issuer.flatMap(OidcTenantConfig::authServerUrl).orElse("");
    }

    /** The claim that names the caller. */
    String claim() {
        return claim;
    }

    /** Always the same object: another one would count as another issuer. */
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        return Uni.createFrom().item(issuer.orElse(null));
    }

    private static OidcTenantConfig tenant(OidcConfig connections, String issuer, String audience, String claim) {
        OidcTenantConfigBuilder builder =
                OidcTenantConfig.builder().tenantId(NAME).authServerUrl(issuer).connectionTimeout(TO_CONNECT);
        var connection = OidcConfig.getDefaultTenant(connections);
        connection.tls().tlsConfigurationName().ifPresent(builder::tlsConfigurationName);
        connection.proxy().proxyConfigurationName().ifPresent(builder::proxyConfigurationName);
        return builder.token()
                .issuer(issuer)
                .audience(audience)
                .principalClaim(claim)
                .lifespanGrace(SKEW_SECONDS)
                .issuedAtRequired(false) // RFC 7519 leaves it to the issuer
                .forcedJwkRefreshInterval(BETWEEN_REFRESHES)
                // A token is judged by its signature alone; else every word anybody sends would be a question to the
                // issuer.
                .allowOpaqueTokenIntrospection(false)
                .allowJwtIntrospection(false)
                .end()
                .build();
    }

    private static String audience(String audience) {
        if (ANYBODY.equals(audience)) {
            throw new UnusableAccessException("luohu.access.oidc.audience 不能是 any：那样发给任何系统的令牌都能用。");
        }
        return audience;
    }

    private static String address(String issuer) {
        try {
            URI address = URI.create(issuer);
            if (address.getHost() != null && address.getScheme().matches("https?")) {
                return issuer;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UnusableAccessException("luohu.access.oidc.issuer 应为签发者的地址，以 https:// 开头（仅在可信的网络中可用 http://）。");
    }
}
