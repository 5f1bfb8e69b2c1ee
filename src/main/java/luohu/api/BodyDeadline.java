package luohu.api;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import luohu.problems.ProblemKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the time a body may take: one that comes byte by byte is never idle, and would keep its connection for days. So would
 * the rest of a body that was answered unread, for which there is as much time again; closing at once could cost the caller the
 * answer.
 */
@ApplicationScoped
public class BodyDeadline {

    private final EdgeProblems problems;
    private final long millis;

    BodyDeadline(
            EdgeProblems problems,
            @ConfigProperty(name = "luohu.http.body-timeout", defaultValue = "30s") Duration timeout) {
        this.problems = problems;
        this.millis = timeout.toMillis();
    }

    /** Answers when the body is not there in time, however long the answer itself may take. */
    void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        long timer = context.vertx().setTimer(millis, id -> {
            if (isMissing(request) && !context.response().ended()) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                problems.answer(context, ProblemKind.REQUEST_TIMEOUT);
                context.request().connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    /**
     * Closes the connection when the rest of a body that was not read for the answer takes too long. In chunks it cannot be counted, so
     * that such a connection is not used again.
     */
    void watchRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            context.addEndHandler(answered -> {
                if (answered.succeeded() && isMissing(request)) {
                    request.resume(); // what came while nobody read is counted only when it is passed over
                    later(context, () -> isMissing(request));
                }
            });
            return;
        }
        if (!request.method().equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        context.addEndHandler(answered -> {
            if (answered.succeeded() && context.response().headers().contains(HttpHeaders.CONNECTION, "close", true)) {
                later(context, () -> true);
            }
        });
    }

    /** Whether some of the body is still to come. It is counted: a request that Quarkus REST has read never says that it has ended. */
    private static boolean isMissing(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? !request.isEnded() : request.bytesRead() < Long.parseLong(length);
    }

    private void later(RoutingContext context, BooleanSupplier isOpen) {
        HttpConnection connection = context.request().connection();
        context.vertx().setTimer(millis, id -> {
            if (isOpen.getAsBoolean()) {
                connection.close();
            }
        });
    }
}
