package luohu.api;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Traces requests where {@code luohu.tracing.enabled} says so; where spans go is for OpenTelemetry's own variables to say,
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT} above all. Otherwise nothing of OpenTelemetry is even loaded.
 */
@ApplicationScoped
public class Tracing {

    /** Before {@link HttpEdge}, so that what it refuses has a span as well. */
    private static final int FIRST = -2_000;

    void attach(
            @Observes Router router,
            AllowedMethods paths,
            @ConfigProperty(name = "luohu.tracing.enabled", defaultValue = "false") boolean enabled) {
        if (enabled) {
            router.route("/v1/*").order(FIRST).handler(RequestSpans.exported(paths::template));
        }
    }
}
