package luohu.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the audit log what resources answer. */
public class AnswerNotes {

    /** For every answer of a resource, problems included. */
    @ServerResponseFilter
    public void answered(ContainerResponseContext response, RoutingContext context) {
        AuditEdge.note(context, response.getEntity());
    }
}
