package luohu.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import luohu.service.Refusal.Refused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that goes wrong in a resource into a problem. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final AllowedMethods allowedMethods;

    ProblemMapper(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
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

    /** Whatever was not foreseen. The log gets the place in the program, never the message, which could hold request data. */
    @ServerExceptionMapper
    public Response failed(Exception exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        LOG.errorf("internal-error: %s at %s", exception.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return response(Problem.of(ProblemKind.INTERNAL_ERROR), null);
    }

    private static Response response(Problem problem, String allow) {
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (allow == null ? builder : builder.header(HttpHeaders.ALLOW, allow)).build();
    }
}
