package dev.rapt.classifier.rest;

import dev.rapt.classifier.Meters;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error is answered as a problem document; what went wrong inside stays in the log. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Meters meters;

    ProblemMappers(Meters meters) {
        this.meters = meters;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        meters.answered(refusal.kind().reason());
        Response.ResponseBuilder response = response(refusal.problem());
        if (refusal.kind().passing) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        if (status.getFamily() == Response.Status.Family.SUCCESSFUL
                || status.getFamily() == Response.Status.Family.REDIRECTION) {
            return e.getResponse();
        }
        String reason = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return response(Problem.of(
                        status.getStatusCode(), status.getReasonPhrase(), reason, "Nothing here answers that request"))
                .build();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException e) {
        LOG.error("A request failed", e);
        meters.answered("internal-error");
        return response(Problem.of(500, "Internal Server Error", "internal-error", "The request failed here"))
                .build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
