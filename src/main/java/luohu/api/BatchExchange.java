package luohu.api;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import luohu.batch.BatchRun;
import org.jboss.logging.Logger;

/**
 * One batch over HTTP, on the event loop of its connection. It asks for a piece of the request only while the batch is hungry, and
 * takes output only while the response has room, so that a slow reader stops the reading of the request. A caller who has asked too
 * often is made to wait between its answers: a batch that has begun is never refused.
 */
final class BatchExchange {

    private static final Logger LOG = Logger.getLogger(BatchExchange.class);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final BatchRun batch;
    private final LongSupplier nanosToWait;
    private final Context loop = Vertx.currentContext();
    private boolean asked;
    private boolean over;
    private boolean waiting;
    private CompletableFuture<?> awaited;

    /**
     * @param context the exchange
     * @param batch evaluates
     * @param nanosToWait how long the next answers are held back
     */
    BatchExchange(RoutingContext context, BatchRun batch, LongSupplier nanosToWait) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.batch = batch;
        this.nanosToWait = nanosToWait;
    }

    void start() {
        request.pause();
        request.handler(this::piece);
        request.endHandler(nothing -> allRead());
        request.exceptionHandler(failure -> leave());
        context.addEndHandler(ended -> leave()); // a handler of the response itself would silence those of the context
        response.drainHandler(nothing -> pump());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            response.writeContinue();
        }
        pump();
    }

    private void piece(Buffer piece) {
        asked = false;
        move(() -> batch.feed(piece.getBytes()));
    }

    private void allRead() {
        asked = false;
        move(batch::end);
    }

    private void pump() {
        move(() -> {});
    }

    /** Takes what has come and moves on as far as possible without waiting; called again by whatever there is to wait for. */
    private void move(Runnable come) {
        if (over) {
            return;
        }
        try {
            come.run();
            while (!over && !response.writeQueueFull() && isNextDone() && !mustWait()) {
                response.write(uncopied(batch.take()));
            }
            if (over) {
                return;
            }
            if (batch.isFinished()) {
                over = true;
                response.end(Buffer.buffer(batch.summary()));
            } else if (batch.isHungry() && !asked) {
                asked = true;
                request.fetch(1);
            }
            await();
        } catch (RuntimeException e) {
            LOG.errorf("internal-error: %s", e.getClass().getName());
            leave();
            response.reset(); // without the summary the caller knows that the rest is missing
        }
    }

    /** A buffer around bytes that nobody changes; {@code Buffer.buffer(byte[])} would copy them. */
    @SuppressWarnings("deprecation") // moved, not dropped, by the next version of Vert.x
    private static Buffer uncopied(byte[] bytes) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
    }

    private boolean isNextDone() {
        return batch.next() != null && batch.next().isDone();
    }

    private boolean mustWait() {
        long nanos = waiting ? 0 : nanosToWait.getAsLong();
        if (nanos > 0) {
            waiting = true;
            loop.owner().setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), timer -> {
                waiting = false;
                pump();
            });
        }
        return waiting;
    }

    /**
     * Has itself called when the next output is done. It may have become so since {@link #move} looked, and nothing else need ever happen:
     * so this must not look once more, but ask to be called in any case.
     */
    private void await() {
        CompletableFuture<?> next = batch.next();
        if (next != null && next != awaited) {
            awaited = next;
            next.whenComplete((done, failure) -> loop.runOnContext(nothing -> pump()));
        }
    }

    /** The caller has gone away; nothing more is evaluated. */
    private void leave() {
        if (!over) {
            over = true;
            batch.cancel();
        }
    }
}
