package luohu.api;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import luohu.batch.BatchRun;
import org.jboss.logging.Logger;

/**
 * One batch over HTTP, on the event loop of its connection. It asks for a piece of the request only while the batch is hungry, and
 * takes output only while the response has room, so that a slow reader stops the reading of the request. A caller who asks too
 * often is made to wait for the turn of each line: a batch that has begun is never refused.
 */
final class BatchExchange {

    private static final Logger LOG = Logger.getLogger(BatchExchange.class);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final BatchRun batch;
    private final Duration idleTime;
    private final Context loop = Vertx.currentContext();
    private boolean asked;
    private boolean over;
    private boolean waiting;
    private long timer;
    private CompletableFuture<?> awaited;
    private Runnable watchAsBefore;

    /**
     * @param context the exchange
     * @param batch evaluates
     * @param idleTime how long its connection may be idle
     */
    BatchExchange(RoutingContext context, BatchRun batch, Duration idleTime) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.batch = batch;
        this.idleTime = idleTime;
    }

    void start() {
        watchAsBefore = BatchIdle.watch(request, idleTime, this::isServiceBusy);
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
            while (!over && !response.writeQueueFull() && isNextDone()) {
                response.write(uncopied(batch.take()));
            }
            if (over) {
                return;
            }
            if (batch.isFinished()) {
                over = true;
                response.end(Buffer.buffer(batch.summary())).onComplete(sent -> watchAsBefore.run());
            } else if (batch.isHungry() && !asked) {
                asked = true;
                request.fetch(1);
            }
            await();
            awaitTurn();
        } catch (RuntimeException e) {
            RequestTrace.log(
                    context, () -> LOG.errorf("internal-error: %s", e.getClass().getName()));
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

    /** Whether lines are evaluated, or wait for their turn. */
    private boolean isServiceBusy() {
        return waiting || batch.next() != null && !isNextDone();
    }

    /** Has itself called when the turn of the next line comes. */
    private void awaitTurn() {
        if (!waiting && batch.millisToTurn() > 0) {
            waiting = true;
            timer = loop.owner().setTimer(batch.millisToTurn(), fired -> {
                waiting = false;
                move(batch::goOn);
            });
        }
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
            if (waiting) {
                loop.owner().cancelTimer(timer);
            }
        }
    }
}
