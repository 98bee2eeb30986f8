package dev.rapt.aggregator.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Refuses every route that shows people in a meeting of which only groups are shown, before anything else looks at the
 * request. What {@link Sight} doesn't speak of counts as showing people. Erasing is never refused.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class GroupViewFilter implements ContainerRequestFilter {

    private final GroupView view;

    @Context
    ResourceInfo route;

    GroupViewFilter(GroupView view) {
        this.view = view;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String meetingId = request.getUriInfo().getPathParameters().getFirst("meetingId");
        // Erasing somebody tells nothing, and must never be in anything's way
        boolean erases = request.getMethod().equals(HttpMethod.DELETE);
        if (meetingId != null && !erases && of(route) == Sight.Of.PEOPLE && view.isOf(meetingId)) {
            throw GroupView.refusal();
        }
    }

    private static Sight.Of of(ResourceInfo route) {
        return Optional.ofNullable(route.getResourceMethod())
                .map(method -> method.getAnnotation(Sight.class))
                .or(() -> Optional.ofNullable(route.getResourceClass()).map(type -> type.getAnnotation(Sight.class)))
                .map(Sight::value)
                .orElse(Sight.Of.PEOPLE);
    }
}
