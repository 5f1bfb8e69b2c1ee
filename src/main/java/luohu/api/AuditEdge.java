package luohu.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import luohu.access.OpenGate;
import luohu.audit.AuditDecision;
import luohu.audit.AuditEntry;
import luohu.audit.AuditLog;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;

/** Writes a line of the audit log for each request once it is answered, where there is such a log. */
@ApplicationScoped
public class AuditEdge implements Handler<RoutingContext> {

    private static final String TRAIL = "luohu.audit";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final double NANOS_PER_MILLI = 1e6;

    private final Optional<AuditLog> log;
    private final AllowedMethods paths;
    private final Clock clock;

    /** What is known of a request, and what becomes known on its way. */
    private static final class Trail {
        private final String time;
        private final String trace;
        private final String operation;
        private final long begun = System.nanoTime();
        private String problem;
        private List<AuditDecision> decisions = List.of();

        Trail(String time, String trace, String operation) {
            this.time = time;
            this.trace = trace;
            this.operation = operation;
        }

        double millis() {
            return Math.round((System.nanoTime() - begun) / NANOS_PER_MILLI * 10) / 10.0;
        }
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
        Trail trail = new Trail(
                time(),
                RequestTrace.of(context),
                KnownMethods.orElse(context.request().method().name(), "OTHER") + " "
                        + paths.template(context.normalizedPath()));
        context.put(TRAIL, trail);
        context.addEndHandler(ended -> log.get()
                .write(new AuditEntry(
                        trail.time,
                        caller(context),
                        trail.trace,
                        trail.operation,
                        null,
                        ended.succeeded() ? context.response().getStatusCode() : 0,
                        trail.problem,
                        trail.decisions,
                        trail.millis())));
        context.next();
    }

    /** Writes an entry for a line of a batch: an answer, or a kind of problem. */
    void line(RoutingContext context, long line, Object outcome) {
        if (context.get(TRAIL) instanceof Trail trail) {
            ProblemKind kind = outcome instanceof ProblemKind problem ? problem : null;
            log.get()
                    .write(new AuditEntry(
                            time(),
                            caller(context),
                            trail.trace,
                            trail.operation,
                            line,
                            kind == null ? 200 : kind.status(),
                            kind == null ? null : kind.code(),
                            AuditDecision.of(outcome),
                            null));
        }
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

    private String time() {
        return TIME.format(OffsetDateTime.now(clock));
    }

    private static String caller(RoutingContext context) {
        String caller = context.get(AccessEdge.CALLER);
        return OpenGate.NOBODY.equals(caller) ? null : caller;
    }
}
