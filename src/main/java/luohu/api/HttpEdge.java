package luohu.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The edge of the HTTP server: what it refuses before any resource is asked is a problem document too. */
@ApplicationScoped
public class HttpEdge {

    /** The longest body of an evaluation, in bytes. */
    static final long LONGEST_BODY = 256L * 1024;

    /** Before every handler of Quarkus. */
    private static final int FIRST = -1_000;

    private static final int[] STATUSES = {404, 405, 406, 413, 415, 500};

    private final ObjectMapper json;

    HttpEdge(ObjectMapper json) {
        this.json = json;
    }

    void attach(@Observes Router router) {
        BodyHandler counted = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
        router.post().order(FIRST).handler(context -> limit(context, counted)).failureHandler(context -> {
            if (context.statusCode() == 413) {
                answer(context, ProblemKind.PAYLOAD_TOO_LARGE);
            } else {
                context.next();
            }
        });
        router.errorHandler(
                400, context -> answer(context, ProblemKind.NOT_FOUND)); // an address that cannot be decoded
        for (int status : STATUSES) {
            router.errorHandler(status, context -> answer(context, ProblemKind.ofStatus(status)));
        }
    }

    /** A body of known length is refused unread; one sent in chunks is counted as it comes. */
    private void limit(RoutingContext context, BodyHandler counted) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            counted.handle(context);
        } else if (tooLong(length)) {
            answer(context, ProblemKind.PAYLOAD_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static boolean tooLong(String length) {
        return length.length() > 9 || Long.parseLong(length) > LONGEST_BODY;
    }

    private void answer(RoutingContext context, ProblemKind kind) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        if (kind == ProblemKind.PAYLOAD_TOO_LARGE) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
        }
        context.response()
                .setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(text(kind));
    }

    private String text(ProblemKind kind) {
        try {
            return json.writeValueAsString(Problem.of(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
