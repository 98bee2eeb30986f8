package dev.rapt.aggregator.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Tags answers with what they say; one that whoever asks has already is made, but not sent. */
@Provider
@TaggedByContent
public class TagByContent implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode() || !response.hasEntity()) {
            return;
        }
        // Answers are records of lists, whose text says all that they hold
        EntityTag tag = Tags.of(response.getEntity().toString());
        Tags.put(response, tag);
        if (Tags.isKnown(request, tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
