package luohu.api;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Ends questions to an issuer that stays silent; each would hold a connection for ever. */
@ApplicationScoped
@Unremovable // found by its type alone
@OidcEndpoint({Type.DISCOVERY, Type.JWKS})
public class IssuerPatience implements OidcRequestFilter {

    /** Of the two questions for keys, both together are over before {@link TokenCallers} gives up. */
    private static final long MILLIS = TimeUnit.SECONDS.toMillis(2);

    @Override
    public Uni<Void> filter(OidcRequestFilterContext question) {
        question.request().timeout(MILLIS);
        return Uni.createFrom().voidItem();
    }
}
