package luohu.api;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jboss.logmanager.MDC;

/**
 * A span for each request, child of the caller's where its header {@code traceparent} names one. It bears the method, the template of
 * the path, and the status; no address, no query, no header and no exception, since any of these could hold personal data. Only
 * methods of HTTP are named: callers can send any word as one.
 */
final class RequestSpans implements Handler<RoutingContext> {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final TextMapSetter<MultiMap> SET = MultiMap::set;
    private static final TextMapGetter<MultiMap> GET = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MultiMap headers) {
            return headers.names();
        }

        @Override
        public String get(MultiMap headers, String name) {
            return name.equals("traceparent") ? headers.get(name) : null; // callers can put anything into tracestate
        }
    };

    private final Tracer tracer;
    private final UnaryOperator<String> templates;

    RequestSpans(OpenTelemetry telemetry, UnaryOperator<String> templates) {
        this.tracer = telemetry.getTracer("luohu");
        this.templates = templates;
    }

    /**
     * Spans that go where OpenTelemetry's environment variables say. Metrics and logs have ways of their own and stay here,
     * unless the variables want them exported as well.
     *
     * @param templates the template of a path
     */
    static RequestSpans exported(UnaryOperator<String> templates) {
        OpenTelemetry telemetry = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", "luohu",
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .build()
                .getOpenTelemetrySdk();
        return new RequestSpans(telemetry, templates);
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String method = KnownMethods.orElse(request.method().name(), "_OTHER");
        String route = templates.apply(routing.normalizedPath());
        W3CTraceContextPropagator propagator = W3CTraceContextPropagator.getInstance();
        SpanBuilder builder = tracer.spanBuilder(method + " " + route)
                .setParent(propagator.extract(Context.root(), request.headers(), GET))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(METHOD, method)
                .setAttribute(ROUTE, route);
        Span span = builder.startSpan();
        // Whoever reads the header from here on, a log of requests above all, finds the trace that this span belongs
        // to.
        propagator.inject(Context.root().with(span), request.headers(), SET);
        MDC.put(RequestTrace.LOGGED, span.getSpanContext().getTraceId());
        routing.addEndHandler(ended -> {
            int status = routing.response().getStatusCode();
            span.setAttribute(STATUS, (long) status);
            if (status >= 500 || ended.failed()) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
        routing.next();
    }
}
