package luohu.api;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import luohu.service.Refusal.Refused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that goes wrong in a resource into a problem. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final AllowedMethods allowedMethods;
    private final ServiceMeters meters;

    ProblemMapper(AllowedMethods allowedMethods, ServiceMeters meters) {
        this.allowedMethods = allowedMethods;
        this.meters = meters;
    }

    /** A request that gets no decision. */
    @ServerExceptionMapper
    public Response refused(Refused refused) {
        return response(Problem.of(refused.refusal()), null);
    }

    /** What Quarkus REST itself refuses: unknown paths, methods, media types. */
    @ServerExceptionMapper
    public Response refusedByServer(WebApplicationException exception, UriInfo uri) {
        ProblemKind kind = ProblemKind.ofStatus(exception.getResponse().getStatus());
        String allow = kind == ProblemKind.METHOD_NOT_ALLOWED ? allowedMethods.of(uri.getPath()) : null;
        return response(Problem.of(kind), allow);
    }

    /**
     * A body that could not be read to its end: the caller has gone away, or is too slow. It is no error of the service, and who has
     * gone reads no answer.
     */
    @ServerExceptionMapper
    public Response unread(IOException exception, RoutingContext context) {
        return exception instanceof JacksonException
                ? failed(exception, context)
                : response(Problem.of(ProblemKind.REQUEST_TIMEOUT), null);
    }

    /**
     * Whatever was not foreseen. The log gets the place in the program, never the message, which could hold request data. That a
     * caller goes away before the answer is complete is no error of the service; nobody reads what is returned then.
     */
    @ServerExceptionMapper
    public Response failed(Exception exception, RoutingContext context) {
        if (context.response().closed()) {
            return Response.status(ProblemKind.INTERNAL_ERROR.status()).build();
        }
        StackTraceElement[] trace = exception.getStackTrace();
        RequestTrace.log(
                context,
                () -> LOG.errorf(
                        "internal-error: %s at %s",
                        exception.getClass().getName(), trace.length == 0 ? "?" : trace[0]));
        return response(Problem.of(ProblemKind.INTERNAL_ERROR), null);
    }

    private Response response(Problem problem, String allow) {
        meters.refused(problem.code());
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (allow == null ? builder : builder.header(HttpHeaders.ALLOW, allow)).build();
    }
}
