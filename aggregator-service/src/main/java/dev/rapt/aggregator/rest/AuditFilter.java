package dev.rapt.aggregator.rest;

import dev.rapt.audit.Action;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Holds each answer of an {@link Audited} route until the audit log has its entry, and answers 503 in its place otherwise.
 * An instance that is asked for what another one counts passes the question on and writes nothing: the entry is written
 * where the data is, so that no header can talk anybody out of it.
 */
@Provider
@Audited(Action.READ)
@Priority(AuditFilter.LAST)
public class AuditFilter implements ContainerResponseFilter {

    /** After whatever may still change the status. */
    static final int LAST = 0;

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    private final AuditDesk desk;
    private final AuditNote note;
    private final CurrentVertxRequest current;

    @Context
    ResourceInfo resource;

    AuditFilter(AuditDesk desk, AuditNote note, CurrentVertxRequest current) {
        this.desk = desk;
        this.note = note;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        try {
            desk.write(about(request), response.getStatus(), current.getCurrent())
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            LOG.debugf("An answer was held back: %s", e.getCause());
            withhold(response);
        }
    }

    private AuditDesk.About about(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        List<String> meetings = new ArrayList<>(note.meetings());
        List<String> participants = new ArrayList<>(note.participants());
        MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        add(meetings, path.getFirst("meetingId"));
        add(meetings, query.getFirst("meetings"));
        add(participants, path.getFirst("participantId"));
        add(participants, query.getFirst("participants"));
        return new AuditDesk.About(
                method.getAnnotation(Audited.class).value(),
                request.getMethod() + ' ' + path(resource.getResourceClass()) + path(method),
                meetings,
                participants,
                note.actor());
    }

    private static void add(List<String> to, String list) {
        if (list != null) {
            Arrays.stream(list.split(",", -1)).map(String::strip).forEach(to::add);
        }
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : '/' + path.value();
    }

    private void withhold(ContainerResponseContext response) {
        Response told = desk.unavailable().response();
        // Nothing of what was to be told, such as the tag of its content
        response.getHeaders().clear();
        response.setStatus(told.getStatus());
        response.setEntity(told.getEntity(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, told.getHeaderString(HttpHeaders.RETRY_AFTER));
    }
}
