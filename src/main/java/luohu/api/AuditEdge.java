package luohu.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luohu.access.OpenGate;
import luohu.audit.AuditDecision;
import luohu.audit.AuditEntry;
import luohu.audit.AuditLog;
import luohu.audit.TraceId;
import luohu.problems.Problem;

/** Writes a line of the audit log for each request once it is answered, where there is such a log. */
@ApplicationScoped
public class AuditEdge implements Handler<RoutingContext> {

    private static final String TRAIL = "luohu.audit";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS,
            HttpMethod.TRACE,
            HttpMethod.CONNECT);

    private final Optional<AuditLog> log;
    private final AllowedMethods paths;
    private final Clock clock;

    /** What becomes known of a request on its way. */
    private static final class Trail {
        private String problem;
        private List<AuditDecision> decisions = List.of();
    }

    AuditEdge(Optional<AuditLog> log, AllowedMethods paths, Clock clock) {
        this.log = log;
        this.paths = paths;
        this.clock = clock;
    }

    boolean isOn() {
        return log.isPresent();
    }

    @Override
    public void handle(RoutingContext context) {
        Trail trail = new Trail();
        context.put(TRAIL, trail);
        String time = TIME.format(OffsetDateTime.now(clock));
        long begun = System.nanoTime();
        context.addEndHandler(ended -> {
            String caller = context.get(AccessEdge.CALLER);
            log.get()
                    .write(new AuditEntry(
                            time,
                            OpenGate.NOBODY.equals(caller) ? null : caller,
                            TraceId.of(context.request().getHeader("traceparent")),
                            method(context) + " " + paths.template(context.normalizedPath()),
                            ended.succeeded() ? context.response().getStatusCode() : 0,
                            trail.problem,
                            trail.decisions,
                            Math.round((System.nanoTime() - begun) / NANOS_PER_MILLI * 10) / 10.0));
        });
        context.next();
    }

    /** Notes what a request is answered with. */
    static void note(RoutingContext context, Object answer) {
        if (context.get(TRAIL) instanceof Trail trail) {
            if (answer instanceof Problem problem) {
                trail.problem = problem.code();
            } else if (trail.decisions.isEmpty()) { // an answer that a resource writes itself has been noted by it
                trail.decisions = AuditDecision.of(answer);
            }
        }
    }

    /** Callers can invent methods, and put anything into their names. */
    private static String method(RoutingContext context) {
        HttpMethod method = context.request().method();
        return METHODS.contains(method) ? method.name() : "OTHER";
    }
}
