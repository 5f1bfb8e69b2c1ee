package luohu.api;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import org.jboss.logging.Logger;

/**
 * The edge of the HTTP server: what every request passes before any resource is asked, in order the headers, the audit log, the
 * form of the message, the gate, the limits of bodies. What is refused here is a problem document too.
 */
@ApplicationScoped
public class HttpEdge {

    /** The longest body of an evaluation, in bytes. */
    static final long LONGEST_BODY = 256L * 1024;

    /** Before every handler of Quarkus; the ten before it are free for routes that bound their bodies themselves. */
    static final int FIRST = -1_000;

    private static final String OPENAPI = "/q/openapi";

    /** What the OpenAPI document is asked for with; Quarkus would give it to any method. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Problem PACKED =
            Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "请求正文不能压缩；请去掉 Content-Encoding，发送未经压缩的正文。");

    private static final int[] STATUSES = {404, 405, 406, 408, 413, 415, 500};

    private static final Logger LOG = Logger.getLogger(HttpEdge.class);

    private final AuditEdge audit;
    private final AccessEdge access;
    private final LongBodies longBodies;
    private final BodyDeadline deadline;
    private final EdgeProblems problems;

    HttpEdge(AuditEdge audit, AccessEdge access, LongBodies longBodies, BodyDeadline deadline, EdgeProblems problems) {
        this.audit = audit;
        this.access = access;
        this.longBodies = longBodies;
        this.deadline = deadline;
        this.problems = problems;
    }

    void attach(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (!MessageForm.isVersionKnown(context.request())) {
                context.request().connection().close();
                return;
            }
            SecurityHeaders.put(context);
            context.next();
        });
        if (audit.isOn()) {
            router.route().order(FIRST - 30).handler(audit);
        }
        router.route().order(FIRST - 20).failureHandler(this::failed);
        router.route().order(FIRST - 15).handler(this::form);
        if (access.isOn()) {
            router.route().order(FIRST - 10).handler(access);
        }
        router.route(OPENAPI).order(FIRST - 5).handler(this::document);
        BodyHandler counted = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
        router.route().order(FIRST).handler(context -> limit(context, counted));
        router.errorHandler(
                400, context -> problems.answer(context, ProblemKind.NOT_FOUND)); // an address that cannot be decoded
        for (int status : STATUSES) {
            router.errorHandler(status, context -> problems.answer(context, ProblemKind.ofStatus(status)));
        }
    }

    private void form(RoutingContext context) {
        if (MessageForm.hasBody(context.request())) {
            deadline.watchRest(context);
        }
        if (!MessageForm.isSound(context.request())) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.answer(context, ProblemKind.BAD_REQUEST);
        } else if (!MessageForm.isPlain(context.request())) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            problems.answer(context, PACKED);
        } else {
            context.next();
        }
    }

    private void document(RoutingContext context) {
        if (READING.contains(context.request().method())) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
            problems.answer(context, ProblemKind.METHOD_NOT_ALLOWED);
        }
    }

    /** Whatever fails on the way to a resource. The log gets the kind of failure, never the address, which could hold a query. */
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = failure instanceof HttpException refused ? refused.getStatusCode() : context.statusCode();
        ProblemKind kind = ProblemKind.ofStatus(status);
        if (context.request().authority() == null || failure instanceof IllegalArgumentException) {
            kind = ProblemKind.BAD_REQUEST;
        } else if (kind == ProblemKind.INTERNAL_ERROR
                && !(failure instanceof HttpClosedException)
                && !isOver(context)) {
            String name = failure == null ? "?" : failure.getClass().getName();
            RequestTrace.log(context, () -> LOG.errorf("internal-error: %s", name));
        }
        problems.answer(context, kind);
    }

    /** Whether there is nobody to answer any more, or an answer has been given: whoever comes late to it fails as well. */
    private static boolean isOver(RoutingContext context) {
        return context.response().closed() || context.response().ended();
    }

    /**
     * A body of known length is refused unread; one sent in chunks is counted as it comes, where one is read at all. Neither may
     * take for ever, nor all long ones be read at the same time.
     */
    private void limit(RoutingContext context, BodyHandler counted) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && tooLong(length)) {
            problems.answer(context, ProblemKind.PAYLOAD_TOO_LARGE);
            return;
        }
        if (!context.request().method().equals(HttpMethod.POST)) {
            deadline.watch(context);
            context.next();
            return;
        }
        longBodies.read(context, () -> {
            deadline.watch(context);
            if (length == null) {
                counted.handle(context);
            } else {
                context.next();
            }
        });
    }

    private static boolean tooLong(String length) {
        return length.length() > 9 || Long.parseLong(length) > LONGEST_BODY;
    }

    /** Answers with a problem, unless an answer has begun. */
    void answer(RoutingContext context, Problem problem) {
        problems.answer(context, problem);
    }
}
