package luohu.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** Closes the connection when the body is still not complete some time after the answer. */
    void watchRest(RoutingContext context) {
        context.addEndHandler(answered -> {
            if (answered.succeeded() && !context.request().isEnded()) {
                context.vertx().setTimer(millis, id -> {
                    if (!context.request().isEnded()) {
                        context.request().connection().close();
                    }
                });
            }
        });
    }
}
