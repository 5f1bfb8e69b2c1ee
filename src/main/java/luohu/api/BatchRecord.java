package luohu.api;

import io.vertx.ext.web.RoutingContext;
import luohu.batch.LineObserver;
import luohu.problems.ProblemKind;
import luohu.service.EvaluationAnswer;

/** Holds for each line of a batch what is held for an evaluation by itself: metrics, audit log, and how often its caller asks. */
final class BatchRecord implements LineObserver {

    private final RoutingContext context;
    private final ServiceMeters meters;
    private final AuditEdge audit;
    private final AccessEdge access;

    BatchRecord(RoutingContext context, ServiceMeters meters, AuditEdge audit, AccessEdge access) {
        this.context = context;
        this.meters = meters;
        this.audit = audit;
        this.access = access;
    }

    @Override
    public void answered(long line, EvaluationAnswer answer) {
        access.charge(context);
        meters.answered(answer);
        audit.line(context, line, answer);
    }

    @Override
    public void refused(long line, ProblemKind kind) {
        access.charge(context);
        meters.refused(kind.code());
        audit.line(context, line, kind);
    }
}
