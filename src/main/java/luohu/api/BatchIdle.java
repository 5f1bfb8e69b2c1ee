package luohu.api;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Watches a connection while it carries a batch, in the place of the handler that closes idle connections: who produces lines or reads
 * answers may pause for longer than between requests, and while the service itself is to do something nobody is idle. Vert.x has
 * no setting for one connection, so this takes Netty's handler out and puts another in.
 */
final class BatchIdle extends IdleStateHandler {

    private final IdleStateHandler usual;
    private final BooleanSupplier isServiceBusy;

    private BatchIdle(IdleStateHandler usual, Duration time, BooleanSupplier isServiceBusy) {
        super(0, 0, time.toMillis(), TimeUnit.MILLISECONDS);
        this.usual = usual;
        this.isServiceBusy = isServiceBusy;
    }

    /**
     * Watches from now on, on the event loop of the connection.
     *
     * @param request the batch
     * @param time how long nothing may come or go, 0 for any time
     * @param isServiceBusy whether the caller waits for the service rather than the service for the caller
     * @return to be run at the end: has the connection watched as before
     */
    static Runnable watch(HttpServerRequest request, Duration time, BooleanSupplier isServiceBusy) {
        ChannelPipeline pipeline =
                ((ConnectionBase) request.connection()).channel().pipeline();
        IdleStateHandler before = pipeline.get(IdleStateHandler.class);
        if (before == null) { // idle connections are not closed at all
            return () -> {};
        }
        IdleStateHandler usual =
                before instanceof BatchIdle other ? other.usual : before; // of a batch that is still being sent
        BatchIdle own = new BatchIdle(usual, time, isServiceBusy);
        String name = pipeline.context(before).name();
        pipeline.replace(before, name, own);
        return () -> {
            if (pipeline.context(own) != null) {
                pipeline.replace(own, name, another(usual));
            }
        };
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
        if (!isServiceBusy.getAsBoolean()) {
            super.channelIdle(context, event);
        }
    }

    /** Netty does not put in again what has been taken out. */
    private static IdleStateHandler another(IdleStateHandler handler) {
        return new IdleStateHandler(
                handler.getReaderIdleTimeInMillis(),
                handler.getWriterIdleTimeInMillis(),
                handler.getAllIdleTimeInMillis(),
                TimeUnit.MILLISECONDS);
    }
}
