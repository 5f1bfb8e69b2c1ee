package luohu.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;

/** Answers with a problem where no resource is there to do it. */
@ApplicationScoped
public class EdgeProblems {

    private final ObjectMapper json;
    private final ServiceMeters meters;

    EdgeProblems(ObjectMapper json, ServiceMeters meters) {
        this.json = json;
        this.meters = meters;
    }

    void answer(RoutingContext context, ProblemKind kind) {
        answer(context, Problem.of(kind));
    }

    /** Answers with a problem, unless an answer has begun or the caller speaks a version of HTTP that cannot be answered. */
    void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        if (!MessageForm.isVersionKnown(context.request())) {
            context.request().connection().close();
            return;
        }
        if (MessageForm.hasBody(context.request()) && !context.request().isEnded()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
        }
        meters.refused(problem.code());
        AuditEdge.note(context, problem);
        SecurityHeaders.put(context); // what fails before every handler has not got them yet
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
