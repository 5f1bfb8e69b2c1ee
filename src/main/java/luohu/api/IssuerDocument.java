package luohu.api;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a discovery document only when it is that of the issuer and says where its keys are (OpenID Connect Discovery 1.0, 4.3); with another
 * one nothing could be verified until the next start.
 */
@ApplicationScoped
@Unremovable // found by its type alone
@OidcEndpoint(Type.DISCOVERY)
public class IssuerDocument implements OidcResponseFilter {

    private static final int OK = 200;

    private final TrustedIssuer issuer;

    IssuerDocument(TrustedIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answer) {
        if (answer.statusCode() == OK) {
            JsonObject document = answer.responseBody().toJsonObject();
            if (!issuer.address().equals(document.getValue("issuer"))
                    || !(document.getValue("jwks_uri") instanceof String)) {
                return Uni.createFrom().failure(new OIDCException("the discovery document is not that of the issuer"));
            }
        }
        return Uni.createFrom().voidItem();
    }
}
