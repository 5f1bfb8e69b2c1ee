package luohu.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import luohu.bench.Mix.Asked;

/** Sends requests from one event loop, which leaves the cores to the service. */
final class Caller implements AutoCloseable {

    /** More than are ever needed below capacity; requests that are due wait for one when all are taken. */
    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final int port;

    /**
     * What was answered.
     *
     * @param status the HTTP status
     * @param body the body
     */
    record Answered(int status, Buffer body) {}

    Caller(int port) {
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAliveTimeout(30));
    }

    /**
     * Sends a request. To be called on the event loop: elsewhere the body could arrive before anything waits for it, and its
     * beginning would be lost.
     */
    Future<Answered> send(Asked asked) {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(asked.method())
                .setURI(asked.target())
                .setTimeout(60_000);
        if (asked.mediaType() != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, asked.mediaType());
        }
        return client.request(options)
                .compose(request -> asked.mediaType() == null ? request.send() : request.send(asked.body()))
                .compose(response -> response.body().map(body -> new Answered(response.statusCode(), body)));
    }

    /** Sends a request and waits for the answer. */
    Answered ask(Asked asked) throws Exception {
        Promise<Answered> promise = Promise.promise();
        run(() -> send(asked).onComplete(promise));
        return promise.future().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Runs something on the event loop, where all answers arrive. */
    void run(Runnable task) {
        vertx.runOnContext(nothing -> task.run());
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
