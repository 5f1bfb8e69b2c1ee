package luohu.api;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Has only so many long bodies in memory at the same time. The others wait unread on their connections, where they cost nothing; short ones,
 * as nearly all requests have, never wait.
 */
@ApplicationScoped
public class LongBodies {

    /** Each takes three times its length until it is answered: what the server has read, put together, and given to the resource. */
    static final int AT_ONCE = 64;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int begun;

    /** Has a body read, at once or when one of those before it is answered or given up. */
    void read(RoutingContext context, Runnable reading) {
        if (isShort(context.request())) {
            reading.run();
            return;
        }
        Context own = context.vertx().getOrCreateContext();
        synchronized (this) {
            if (begun == AT_ONCE) {
                waiting.add(() -> own.runOnContext(turn -> begin(context, reading)));
                return;
            }
            begun++;
        }
        begin(context, reading);
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) <= ShortWork.LONGEST_BODY;
    }

    private void begin(RoutingContext context, Runnable reading) {
        if (context.response().closed() || context.response().ended()) {
            end();
            return;
        }
        context.addEndHandler(over -> end());
        reading.run();
    }

    private void end() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                begun--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
