package luohu.api;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;

/**
 * Has only so many long bodies in memory at the same time. The others wait unread on their connections, where they cost next to nothing, but not
 * for ever; short ones, as nearly all requests have, never wait.
 */
@ApplicationScoped
public class LongBodies {

    /** Each takes three times its length until it is answered: what the server has read, put together, and given to the resource. */
    private static final int AT_ONCE = 64;

    /** Sooner than an idle connection is closed, which would be no answer. */
    private static final long PATIENCE_SECONDS = 30;

    private static final String RETRY_SECONDS = "10";

    private final EdgeProblems problems;
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private int begun;

    LongBodies(EdgeProblems problems) {
        this.problems = problems;
    }

    /** A long body, on the event loop of its connection. */
    private static final class Turn {

        private final RoutingContext context;
        private final Runnable reading;
        private final Context loop;

        /** Whether it is one of those in memory, rather than one of those that wait or are gone. */
        private boolean mayBegin;

        private Turn(RoutingContext context, Runnable reading) {
            this.context = context;
            this.reading = reading;
            this.loop = context.vertx().getOrCreateContext();
        }
    }

    /** Has a body read, at once or when one of those before it is answered or given up. */
    void read(RoutingContext context, Runnable reading) {
        if (isShort(context.request())) {
            reading.run();
        } else if (!context.response().closed()) { // nobody would say that it has ended
            Turn turn = new Turn(context, reading);
            context.addEndHandler(over -> end(turn));
            if (begins(turn)) {
                reading.run();
            } else {
                refuseLater(turn);
            }
        }
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) <= ShortWork.LONGEST_BODY;
    }

    private synchronized boolean begins(Turn turn) {
        if (begun < AT_ONCE) {
            begun++;
            turn.mayBegin = true;
        } else {
            waiting.add(turn);
        }
        return turn.mayBegin;
    }

    private void refuseLater(Turn turn) {
        RoutingContext context = turn.context;
        long timer = context.vertx().setTimer(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), fired -> {
            if (isGivenUp(turn)) {
                context.response()
                        .putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .putHeader(HttpHeaders.CONNECTION, "close");
                problems.answer(
                        context,
                        Problem.of(ProblemKind.TOO_MANY_REQUESTS, "服务正在收的长正文太多，没有读这一个；请在响应头 Retry-After 所说的秒数之后重试。"));
            }
        });
        context.addEndHandler(over -> context.vertx().cancelTimer(timer));
    }

    private synchronized boolean isGivenUp(Turn turn) {
        return waiting.remove(turn);
    }

    /** One is answered, or its caller has gone: one that waits takes its place. */
    private void end(Turn turn) {
        Turn next = next(turn);
        if (next != null) {
            next.loop.runOnContext(here -> {
                if (!next.context.response().closed()) {
                    next.reading.run();
                }
            });
        }
    }

    private synchronized Turn next(Turn ended) {
        if (!ended.mayBegin) {
            waiting.remove(ended);
            return null;
        }
        Iterator<Turn> turns = waiting.iterator();
        if (!turns.hasNext()) {
            begun--;
            return null;
        }
        Turn next = turns.next();
        turns.remove();
        next.mayBegin = true;
        return next;
    }
}
