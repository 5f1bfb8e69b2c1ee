package luohu.api;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** The headers that tell browsers how little they may do with an answer. */
final class SecurityHeaders {

    static final String EXPLORER = "/q/swagger-ui";

    /** Nothing of the API is a page. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /**
     * The explorer runs its own scripts, and of those inside its page only the two with these digests; a test compares them with
     * the page. Swagger UI writes style attributes.
     */
    private static final String OWN_SCRIPTS = "default-src 'none'; connect-src 'self'; font-src 'self' data:; "
            + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "script-src 'self' 'sha256-xh+aFsSLVnMQQUcTnoMQrxhok1JJ3KGAh6D42AH1ikM=' 'sha256-xRFLp+DUl3iiKte2woGny8xR9WZYrQLMnbvt7vjfAzI='; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Puts them on the answer to a request. */
    static void put(RoutingContext context) {
        boolean explorer =
                context.request().path() != null && context.request().path().startsWith(EXPLORER);
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", explorer ? OWN_SCRIPTS : NOTHING);
        if (!explorer) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
