package dev.rapt.aggregator.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of everything that ends a request early. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.response();
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        String reason = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        Problem problem = Problem.of(
                status.getStatusCode(), status.getReasonPhrase(), reason, "See /q/openapi for what is answered");
        return Response.fromResponse(e.getResponse())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e) {
        LOG.error("A request ended in an unexpected way", e);
        Problem problem =
                Problem.of(500, "Internal Server Error", "internal-error", "The log of the service says more");
        return Response.serverError().type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
