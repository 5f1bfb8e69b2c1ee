package luohu.api;

import io.vertx.ext.web.RoutingContext;
import luohu.batch.LineObserver;
import luohu.problems.ProblemKind;
import luohu.service.EvaluationAnswer;

/** Holds for each line of a batch what is held for an evaluation by itself: metrics, audit log, log. */
final class BatchRecord implements LineObserver {

    private final RoutingContext context;
    private final ServiceMeters meters;
    private final AuditEdge audit;
    private final String trace;

    BatchRecord(RoutingContext context, ServiceMeters meters, AuditEdge audit) {
        this.context = context;
        this.meters = meters;
        this.audit = audit;
        this.trace = RequestTrace.of(context); // here and now: lines are evaluated by several threads at once
    }

    @Override
    public void answered(long line, EvaluationAnswer answer) {
        meters.answered(answer);
        audit.line(context, line, answer);
    }

    @Override
    public void refused(long line, ProblemKind kind) {
        meters.refused(kind.code());
        audit.line(context, line, kind);
    }

    @Override
    public void log(Runnable entry) {
        RequestTrace.log(trace, entry);
    }
}
