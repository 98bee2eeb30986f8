package dev.rapt.detector.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what the framework refuses, and faults, as problems too. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return Problem.of("not-found", 404, "Nothing here", "There is nothing at this path; /q/openapi lists what is.")
                .toResponse();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e) {
        Response response = Problem.of(
                        "method-not-allowed",
                        405,
                        "Not this method",
                        "The header Allow lists the methods of this path.")
                .toResponse();
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        String reason = status.getReasonPhrase();
        return Problem.of(reason.toLowerCase().replaceAll("[^a-z]+", "-"), status.getStatusCode(), reason, reason + ".")
                .toResponse();
    }

    @ServerExceptionMapper
    Response fault(Exception e) {
        LOG.error("A request failed", e);
        return Problem.of("internal-error", 500, "A fault of the detector", "The detector failed on this request.")
                .toResponse();
    }
}
