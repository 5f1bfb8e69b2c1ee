package luohu.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import org.jboss.logging.Logger;

/** The edge of the HTTP server: what it refuses before any resource is asked is a problem document too. */
@ApplicationScoped
public class HttpEdge {

    /** The longest body of an evaluation, in bytes. */
    static final long LONGEST_BODY = 256L * 1024;

    /** Before every handler of Quarkus. */
    static final int FIRST = -1_000;

    private static final int[] STATUSES = {404, 405, 406, 413, 415, 500};

    private static final Logger LOG = Logger.getLogger(HttpEdge.class);

    private final ObjectMapper json;
    private final ServiceMeters meters;

    HttpEdge(ObjectMapper json, ServiceMeters meters) {
        this.json = json;
        this.meters = meters;
    }

    void attach(@Observes Router router) {
        router.route().order(FIRST - 1).failureHandler(this::failed);
        BodyHandler counted = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
        router.route().order(FIRST).handler(context -> limit(context, counted));
        router.errorHandler(
                400, context -> answer(context, ProblemKind.NOT_FOUND)); // an address that cannot be decoded
        for (int status : STATUSES) {
            router.errorHandler(status, context -> answer(context, ProblemKind.ofStatus(status)));
        }
    }

    /** Whatever fails on the way to a resource. The log gets the kind of failure, never the address, which could hold a query. */
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = failure instanceof HttpException refused ? refused.getStatusCode() : context.statusCode();
        ProblemKind kind = ProblemKind.ofStatus(status);
        if (context.request().authority() == null || failure instanceof IllegalArgumentException) {
            kind = ProblemKind.BAD_REQUEST;
        } else if (kind == ProblemKind.INTERNAL_ERROR && !(failure instanceof HttpClosedException)) {
            LOG.errorf(
                    "internal-error: %s",
                    failure == null ? "?" : failure.getClass().getName());
        }
        answer(context, kind);
    }

    /** A body of known length is refused unread; one sent in chunks is counted as it comes, where one is read at all. */
    private void limit(RoutingContext context, BodyHandler counted) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && tooLong(length)) {
            answer(context, ProblemKind.PAYLOAD_TOO_LARGE);
        } else if (length == null && context.request().method().equals(HttpMethod.POST)) {
            counted.handle(context);
        } else {
            context.next();
        }
    }

    private static boolean tooLong(String length) {
        return length.length() > 9 || Long.parseLong(length) > LONGEST_BODY;
    }

    private void answer(RoutingContext context, ProblemKind kind) {
        if (kind == ProblemKind.PAYLOAD_TOO_LARGE && !context.response().headWritten()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
        }
        answer(context, Problem.of(kind));
    }

    /** Answers with a problem, unless an answer has begun. */
    void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        meters.refused(problem.code());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
