package luohu.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import luohu.access.AccessMode;

/** Tells who sends a request over HTTP. */
interface Callers {

    /** The way it does. */
    AccessMode mode();

    /**
     * The name of the caller; empty when the request does not show it, for whatever reason. Fails when it could not be found out,
     * which is no fault of the caller.
     */
    Future<Optional<String>> of(RoutingContext context);
}
