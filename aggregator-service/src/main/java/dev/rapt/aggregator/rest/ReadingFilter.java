package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.cluster.Headers;
import dev.rapt.aggregator.query.Reading;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.lang.annotation.Annotation;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets questions be answered from copies, and says so where they were. A copy can't know that something isn't there, so
 * its 404 becomes a 503.
 */
public class ReadingFilter {

    private final Reading reading;
    private final Duration retryAfter;

    ReadingFilter(Reading reading, AggregatorConfig config) {
        this.reading = reading;
        this.retryAfter = config.query().retryAfter();
    }

    @ServerRequestFilter
    public void before(ContainerRequestContext request) {
        String method = request.getMethod();
        boolean events =
                Headers.isForEvents(request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT));
        if ((method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && !events) {
            reading.allowCopies();
        }
        String partitions = request.getHeaderString(Headers.PARTITIONS);
        if (partitions != null) {
            try {
                reading.forAPart(Headers.partitions(partitions));
            } catch (NumberFormatException e) {
                throw ProblemException.badRequest("bad-partitions", Headers.PARTITIONS + " is for instances");
            }
        }
    }

    @ServerResponseFilter
    public void after(ContainerRequestContext request, ContainerResponseContext response) {
        if (reading.isForAPart()) {
            response.getHeaders().putSingle(Headers.PARTITIONS, Headers.partitions(reading.covered()));
        } else if (reading.isStale()) {
            markStale(response);
        }
        reading.begun();
    }

    private void markStale(ContainerResponseContext response) {
        if (response.getStatus() == Status.NOT_FOUND.getStatusCode()) {
            Problem problem = ProblemException.notReady(retryAfter).problem();
            response.setStatus(problem.status());
            response.setEntity(problem, new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        } else if (response.getStatus() < Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            response.getHeaders().putSingle(Headers.STALE, "true");
        }
    }
}
