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

    void watch(RoutingContext context) {
        if (context.request().isEnded()) {
            return;
        }
        long timer = context.vertx().setTimer(millis, id -> {
            if (!context.request().isEnded() && !context.response().ended()) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                problems.answer(context, ProblemKind.REQUEST_TIMEOUT);
                context.request().connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    /**
     * Closes the connection when the rest of a body that was not read for the answer takes too long. Whether it is there is counted:
     * a request that Quarkus REST has read never says that it has ended. In chunks it cannot be counted, so that such a connection is
     * not used again.
     */
    void watchRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            long announced = Long.parseLong(length);
            context.addEndHandler(answered -> {
                if (answered.succeeded() && request.bytesRead() < announced) {
                    request.resume(); // what came while nobody read is counted only when it is passed over
                    later(context, () -> request.bytesRead() < announced);
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

    private void later(RoutingContext context, BooleanSupplier isOpen) {
        HttpConnection connection = context.request().connection();
        context.vertx().setTimer(millis, id -> {
            if (isOpen.getAsBoolean()) {
                connection.close();
            }
        });
    }
}
