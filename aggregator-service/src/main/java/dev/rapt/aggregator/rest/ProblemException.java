package dev.rapt.aggregator.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Optional;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(Status status, String reason, String detail, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.problem = Problem.of(status.getStatusCode(), status.getReasonPhrase(), reason, detail);
        this.retryAfter = retryAfter;
    }

    static ProblemException badRequest(String reason, String detail) {
        return new ProblemException(Status.BAD_REQUEST, reason, detail, Optional.empty());
    }

    static ProblemException forbidden(String reason, String detail) {
        return new ProblemException(Status.FORBIDDEN, reason, detail, Optional.empty());
    }

    static ProblemException notFound(String reason, String detail) {
        return new ProblemException(Status.NOT_FOUND, reason, detail, Optional.empty());
    }

    static ProblemException tooLarge(String detail) {
        return new ProblemException(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", detail, Optional.empty());
    }

    static ProblemException kafkaUnavailable(Duration retryAfter) {
        return new ProblemException(
                Status.SERVICE_UNAVAILABLE,
                "kafka-unavailable",
                "Kafka hasn't acknowledged it; the same request may be sent again unchanged",
                Optional.of(retryAfter));
    }

    static ProblemException auditUnavailable(Duration retryAfter) {
        return new ProblemException(
                Status.SERVICE_UNAVAILABLE,
                "audit-unavailable",
                "The audit log hasn't acknowledged it, so nothing is told; the same request may be sent again unchanged",
                Optional.of(retryAfter));
    }

    static ProblemException tooManyRequests(String reason, String detail, Duration retryAfter) {
        return new ProblemException(Status.TOO_MANY_REQUESTS, reason, detail, Optional.of(retryAfter));
    }

    static ProblemException conflict(String reason, String detail) {
        return new ProblemException(Status.CONFLICT, reason, detail, Optional.empty());
    }

    static ProblemException gone(String reason, String detail) {
        return new ProblemException(Status.GONE, reason, detail, Optional.empty());
    }

    static ProblemException unavailable(String reason, String detail, Duration retryAfter) {
        return new ProblemException(Status.SERVICE_UNAVAILABLE, reason, detail, Optional.of(retryAfter));
    }

    static ProblemException attentionOnly() {
        return forbidden(
                "attention-only",
                "Of this meeting only attention is measured, as it was declared, so nothing is told of what faces"
                        + " express: ask for other fields");
    }

    static ProblemException linkUnknown() {
        return new ProblemException(
                Status.UNAUTHORIZED,
                "link-unknown",
                "This personal link opens nothing: it isn't known, has expired, was revoked, or what it opened is erased",
                Optional.empty());
    }

    static ProblemException erased() {
        return new ProblemException(
                Status.GONE,
                "meeting-erased",
                "This meeting is erased: nothing of it is told any more",
                Optional.empty());
    }

    static ProblemException notReady(Duration retryAfter) {
        return new ProblemException(
                Status.SERVICE_UNAVAILABLE,
                "timelines-not-ready",
                "The timelines are being taken over or restored; ask again",
                Optional.of(retryAfter));
    }

    Problem problem() {
        return problem;
    }

    Response response() {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        retryAfter.ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
        if (problem.status() == Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
