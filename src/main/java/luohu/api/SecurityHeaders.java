package luohu.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The headers that tell browsers how little they may do with an answer. */
final class SecurityHeaders {

    static final String EXPLORER = "/q/swagger-ui";

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CACHE_CONTROL = HttpHeaders.createOptimized("Cache-Control");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    /** Nothing of the API is a page. */
    private static final CharSequence NOTHING =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    /**
     * The explorer runs its own scripts, and of those inside its page only the two with these digests; a test compares them with
     * the page. Swagger UI writes style attributes.
     */
    private static final CharSequence OWN_SCRIPTS =
            HttpHeaders.createOptimized("default-src 'none'; connect-src 'self'; font-src 'self' data:; "
                    + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                    + "script-src 'self' 'sha256-imjQeK1YweDi1EiSiSgTyOfWRus2rbaTTLpBn2FISfo=' 'sha256-xRFLp+DUl3iiKte2woGny8xR9WZYrQLMnbvt7vjfAzI='; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}

    /** Puts them on the answer to a request. */
    static void put(RoutingContext context) {
        boolean explorer =
                context.request().path() != null && context.request().path().startsWith(EXPLORER);
        MultiMap headers = context.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(CONTENT_SECURITY_POLICY, explorer ? OWN_SCRIPTS : NOTHING);
        if (!explorer) {
            headers.set(CACHE_CONTROL, NO_STORE);
        }
    }
}
