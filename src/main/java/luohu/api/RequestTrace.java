package luohu.api;

import io.vertx.ext.web.RoutingContext;
import luohu.audit.TraceId;
import org.jboss.logmanager.MDC;

/**
 * The trace that a request belongs to: one id, under which audit log and log speak of it, whether or not spans are sent. It is taken
 * when somebody asks for it, and stands in the context of the log only while a line is written: most requests need neither.
 */
final class RequestTrace {

    /** Under which the context of the log has it. */
    static final String LOGGED = "traceId";

    private static final String KEPT = "luohu.trace";

    private RequestTrace() {}

    /** The trace id of a request, the same whenever it is asked for; by one thread at a time. */
    static String of(RoutingContext context) {
        String known = context.get(KEPT);
        if (known == null) {
            known = TraceId.of(context.request().getHeader("traceparent"));
            context.put(KEPT, known);
        }
        return known;
    }

    /** Has something written to the log that concerns a request. */
    static void log(RoutingContext context, Runnable entry) {
        log(of(context), entry);
    }

    /** Has something written to the log under a trace id, on any thread, and leaves the context of the log as it was. */
    static void log(String trace, Runnable entry) {
        String before = MDC.put(LOGGED, trace);
        try {
            entry.run();
        } finally {
            if (before == null) {
                MDC.remove(LOGGED);
            } else {
                MDC.put(LOGGED, before);
            }
        }
    }
}
