package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.Versions;
import dev.rapt.contracts.Keys;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Tags answers about one meeting with the version of all that is kept of it, which is read before the answer is made: so
 * an answer may be newer than its tag and is then asked for once more, but never older. Answers about groups have no tag.
 */
@Provider
@Tagged
public class TagByVersion implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TAG = TagByVersion.class.getName();

    private final Versions versions;
    private final GroupView view;

    TagByVersion(Versions versions, GroupView view) {
        this.versions = versions;
        this.view = view;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String meetingId = request.getUriInfo().getPathParameters().getFirst("meetingId");
        // Of groups the version would tell that a frame of somebody has come
        if (meetingId != null
                && Keys.isId(meetingId)
                && !view.isOf(meetingId)
                && versions.of(meetingId) instanceof Lookup.Found<String> version) {
            EntityTag tag = Tags.of(
                    version.value(), request.getUriInfo().getRequestUri().getRawPath(), query(request));
            if (Tags.isKnown(request, tag)) {
                request.abortWith(Tags.unchanged(tag));
            } else {
                request.setProperty(TAG, tag);
            }
        }
    }

    private static String query(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return query == null ? "" : query;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()
                && request.getProperty(TAG) instanceof EntityTag tag) {
            Tags.put(response, tag);
        }
    }
}
