package luohu.api;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import luohu.access.AccessMode;
import luohu.access.OpenGate;
import luohu.access.RateLimit;
import luohu.api.TokenCallers.IssuerUnavailableException;
import luohu.problems.ProblemKind;
import org.jboss.logging.Logger;

/**
 * Lets a request pass when its caller is known and does not ask too often. Everything is guarded but the OpenAPI document and the
 * explorer, which say only what the source says, so that a new path is guarded before anybody thinks of it.
 */
@ApplicationScoped
public class AccessEdge implements Handler<RoutingContext> {

    /** Under which a request bears the name of its caller. */
    static final String CALLER = "luohu.caller";

    private static final String COUNTED = "luohu.counted";

    private static final Logger LOG = Logger.getLogger(AccessEdge.class);

    private final Callers callers;
    private final Optional<RateLimit> limit;
    private final EdgeProblems problems;

    AccessEdge(Callers callers, Optional<RateLimit> limit, EdgeProblems problems) {
        this.callers = callers;
        this.limit = limit;
        this.problems = problems;
    }

    /** Whether there is anything to do: not with an open gate and no limit. */
    boolean isOn() {
        return callers.mode() != AccessMode.NONE || limit.isPresent();
    }

    @Override
    public void handle(RoutingContext context) {
        if (isDocumentation(context)) {
            context.next();
            return;
        }
        Context own = context.vertx().getOrCreateContext();
        callers.of(context).onComplete(found -> {
            if (Vertx.currentContext() == own) {
                answered(context, found);
            } else {
                own.runOnContext(here -> answered(context, found)); // the answer of an issuer comes from elsewhere
            }
        });
    }

    private void answered(RoutingContext context, AsyncResult<Optional<String>> caller) {
        if (context.response().closed()) {
            return; // gone meanwhile: nobody would say that what begins now has ended
        }
        if (caller.succeeded()) {
            admit(context, caller.result());
        } else {
            unknowable(context, caller.cause());
        }
    }

    private void admit(RoutingContext context, Optional<String> caller) {
        String counted = caller.filter(name -> !name.equals(OpenGate.NOBODY))
                .map(name -> "caller " + name)
                .orElseGet(() -> "address " + address(context.request().remoteAddress()));
        long wait = limit.map(each -> each.secondsToWait(counted)).orElse(0L);
        if (wait > 0) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.answer(context, ProblemKind.TOO_MANY_REQUESTS);
        } else if (caller.isEmpty()) {
            context.response().putHeader("WWW-Authenticate", challenge());
            problems.answer(context, ProblemKind.UNAUTHORIZED);
        } else {
            context.put(CALLER, caller.get());
            context.put(COUNTED, counted);
            context.next();
        }
    }

    /**
     * Takes one more request of whoever sent this one, which is never refused; gives the milliseconds after which its turn comes. Less
     * than one is no wait, and remains to be paid for by the next.
     */
    long millisToTurn(RoutingContext context) {
        return limit.map(each -> TimeUnit.NANOSECONDS.toMillis(each.charge(context.get(COUNTED))))
                .orElse(0L);
    }

    /** That the issuer does not answer is no fault of the caller; what its answer said could quote a token. */
    private void unknowable(RoutingContext context, Throwable failure) {
        if (failure instanceof IssuerUnavailableException) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(TokenCallers.PAUSE_SECONDS));
            problems.answer(context, ProblemKind.ISSUER_UNAVAILABLE);
            return;
        }
        RequestTrace.log(
                context,
                () -> LOG.errorf(
                        "internal-error: %s, while finding out who calls",
                        failure.getClass().getName()));
        problems.answer(context, ProblemKind.INTERNAL_ERROR);
    }

    /** The same whatever is wrong: which it is helps only those who guess (RFC 6750, 3.1, allows to leave the error out). */
    private String challenge() {
        return (callers.mode() == AccessMode.MTLS ? "Mutual" : "Bearer") + " realm=\"luohu\"";
    }

    private static boolean isDocumentation(RoutingContext context) {
        HttpMethod method = context.request().method();
        String path = context.normalizedPath();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && (path.equals("/q/openapi")
                        || path.equals(SecurityHeaders.EXPLORER)
                        || path.startsWith(SecurityHeaders.EXPLORER + "/"));
    }

    /** Of IPv6 the network alone: one subscriber has all of its addresses. */
    private static String address(SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        if (host == null || !host.contains(":")) {
            return String.valueOf(host);
        }
        String[] groups = host.split(":", 5);
        return String.join(
                ":", groups[0], groups[1], groups.length > 2 ? groups[2] : "", groups.length > 3 ? groups[3] : "");
    }
}
