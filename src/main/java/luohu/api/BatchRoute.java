package luohu.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import luohu.access.OpenBatches;
import luohu.access.OpenGate;
import luohu.batch.BatchEvaluation;
import luohu.batch.BatchRun;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Evaluations of many applicants in one exchange. A route of its own rather than a resource: Quarkus REST reads a body before it
 * calls a resource, and here the first answers leave while the rest is still being sent.
 */
@ApplicationScoped
public class BatchRoute {

    /** The address. */
    static final String PATH = "/v1/evaluations/batch";

    /** The media type of requests and answers: one JSON value on each line. */
    static final String MEDIA_TYPE = "application/x-ndjson";

    /** Before {@link HttpEdge} bounds the body: here each line is bounded, not the whole. */
    private static final int BEFORE_BOUNDS = HttpEdge.FIRST - 1;

    /** After what time one of many batches may have ended; nobody knows. */
    private static final String RETRY_SECONDS = "10";

    private static final Set<String> ACCEPTABLE = Set.of("*/*", "application/*", MEDIA_TYPE);

    static final Problem NOT_ACCEPTABLE =
            Problem.of(ProblemKind.NOT_ACCEPTABLE, "这个地址只给出 " + MEDIA_TYPE + "；请接受它或者不写 Accept。");

    static final Problem UNSUPPORTED_MEDIA_TYPE =
            Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "请求正文应为 " + MEDIA_TYPE + "，一行一个评估请求；请改正 Content-Type。");

    private final BatchEvaluation batches;
    private final HttpEdge edge;
    private final AllowedMethods paths;
    private final ServiceMeters meters;
    private final AuditEdge audit;
    private final AccessEdge access;
    private final OpenBatches open;
    private final Duration idleTime;

    BatchRoute(
            BatchEvaluation batches,
            HttpEdge edge,
            AllowedMethods paths,
            ServiceMeters meters,
            AuditEdge audit,
            AccessEdge access,
            OpenBatches open,
            @ConfigProperty(name = "luohu.batch.idle-timeout", defaultValue = "5m") Duration idleTime) {
        this.batches = batches;
        this.edge = edge;
        this.paths = paths;
        this.meters = meters;
        this.audit = audit;
        this.access = access;
        this.open = open;
        this.idleTime = idleTime;
    }

    void attach(@Observes Router router) {
        router.route(PATH).order(BEFORE_BOUNDS).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            context.response().putHeader(HttpHeaders.ALLOW, paths.of(PATH)).end();
        } else if (!method.equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.ALLOW, paths.of(PATH));
            refuse(context, Problem.of(ProblemKind.METHOD_NOT_ALLOWED));
        } else if (!isLines(context.parsedHeaders().contentType())) {
            refuse(context, UNSUPPORTED_MEDIA_TYPE);
        } else if (!isAcceptable(context.parsedHeaders().accept())) {
            refuse(context, NOT_ACCEPTABLE);
        } else if (!mayBegin(context)) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            refuse(
                    context,
                    Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "同一调用方同时进行的批量评估不能超过 " + open.most() + " 批；请等其中一批做完再开始，或者并作一批。"));
        } else {
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).setChunked(true);
            BatchRun batch = batches.begin(new BatchRecord(context, meters, audit), () -> access.millisToTurn(context));
            new BatchExchange(context, batch, idleTime).start();
        }
    }

    /** Callers who are not known are not told apart: behind a gateway all of them have one address. */
    private boolean mayBegin(RoutingContext context) {
        String caller = context.get(AccessEdge.CALLER, OpenGate.NOBODY);
        if (caller.equals(OpenGate.NOBODY)) {
            return true;
        } else if (open.begin(caller)) {
            context.addEndHandler(ended -> open.end(caller));
            return true;
        }
        return false;
    }

    /** The body, which can have any length, is not read. */
    private void refuse(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        edge.answer(context, problem);
    }

    private static boolean isLines(MIMEHeader type) {
        return MEDIA_TYPE.equalsIgnoreCase(type.value());
    }

    private static boolean isAcceptable(List<MIMEHeader> ranges) {
        return ranges.isEmpty()
                || ranges.stream()
                        .anyMatch(range -> range.weight() > 0
                                && ACCEPTABLE.contains(range.value().toLowerCase(Locale.ROOT)));
    }
}
