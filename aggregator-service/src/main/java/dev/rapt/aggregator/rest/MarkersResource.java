package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.audit.Action;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was shown or asked in a meeting, and when. */
@Path("/v1/meetings/{meetingId}/markers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Markers", description = "Adverts, products, slides and questions in a meeting, and what faces showed then")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(
        responseCode = "503",
        description = "It can't be read or written now; the same may be sent again after Retry-After seconds",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Sight(Sight.Of.NOBODY)
class MarkersResource {

    private final MeetingStates states;
    private final StatePublisher publisher;
    private final Meetings meetings;
    private final Writes writes;
    private final Answers answers;
    private final MarkerBody reader;
    private final int most;
    private final long maxBytes;

    MarkersResource(
            MeetingStates states,
            StatePublisher publisher,
            Meetings meetings,
            Writes writes,
            Answers answers,
            AggregatorConfig config) {
        this.states = states;
        this.publisher = publisher;
        this.meetings = meetings;
        this.writes = writes;
        this.answers = answers;
        this.reader = new MarkerBody(config.markers());
        this.most = config.markers().most();
        this.maxBytes = config.writes().maxBytes().asLongValue();
    }

    @NotAudited("Markers are about time, not about people")
    @GET
    @Tagged
    @Operation(summary = "A meeting's markers", description = "In order of their starts; none is an empty list.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = MarkerViews.Markers.class),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.MARKERS)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public MarkerViews.Markers markers(@PathParam("meetingId") String meetingId) {
        check(meetingId);
        return new MarkerViews.Markers(
                meetingId, all(meetingId).stream().map(MarkerViews.Marker::of).toList());
    }

    @NotAudited("Markers are about time, not about people")
    @GET
    @Tagged
    @Path("{markerId}")
    @Operation(summary = "One marker")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = MarkerViews.Marker.class),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.MARKER)))
    @APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
    public MarkerViews.Marker marker(@PathParam("meetingId") String meetingId, @PathParam("markerId") String markerId) {
        Ids.check(meetingId, markerId);
        return MarkerViews.Marker.of(answers.marker(states.marker(meetingId, markerId), markerId));
    }

    @Audited(Action.MARK)
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Set a marker",
            description = "Its id is made up and stands in the answer. Sent twice there are two: to send it again"
                    + " safely, PUT it under an id of your own.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarkerViews.ToSet.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is set; Location says where",
            content = @Content(schema = @Schema(implementation = MarkerViews.Marker.class)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    @APIResponse(
            responseCode = "409",
            description = "The meeting has as many markers as it may",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response add(@PathParam("meetingId") String meetingId, InputStream body) {
        check(meetingId);
        String markerId = UUID.randomUUID().toString();
        Marker marker = reader.marker(meetingId, markerId, object(body));
        checkRoom(meetingId);
        return set(meetingId, marker, true);
    }

    @Audited(Action.MARK)
    @PUT
    @Path("{markerId}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Set a marker under an id of your own",
            description = "In the place of the one with that id, if there is one. Safe to send again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MarkerViews.ToSet.class)))
    @APIResponse(
            responseCode = "200",
            description = "It stands in the place of another",
            content = @Content(schema = @Schema(implementation = MarkerViews.Marker.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is set",
            content = @Content(schema = @Schema(implementation = MarkerViews.Marker.class)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "413", ref = "#/components/responses/TooLarge")
    @APIResponse(
            responseCode = "409",
            description = "The meeting has as many markers as it may",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response put(
            @PathParam("meetingId") String meetingId, @PathParam("markerId") String markerId, InputStream body) {
        check(meetingId);
        Ids.check(markerId);
        if (markerId.equals(MarkerReportsResource.PATH)) {
            throw ProblemException.badRequest("bad-id", "A marker can't be called " + markerId);
        }
        Marker marker = reader.marker(meetingId, markerId, object(body));
        boolean isNew = !(states.marker(meetingId, markerId) instanceof Lookup.Found);
        if (isNew) {
            checkRoom(meetingId);
        }
        return set(meetingId, marker, isNew);
    }

    @Audited(Action.MARK)
    @DELETE
    @Path("{markerId}")
    @Operation(summary = "Take a marker back")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    public Response delete(@PathParam("meetingId") String meetingId, @PathParam("markerId") String markerId) {
        Ids.check(meetingId, markerId);
        answers.marker(states.marker(meetingId, markerId), markerId);
        writes.acknowledged(publisher.unmarked(meetingId, markerId));
        boolean shows = writes.shows(() -> !(states.marker(meetingId, markerId) instanceof Lookup.Found));
        return (shows ? Response.noContent() : Response.accepted()).build();
    }

    /** Refuses meetings of which nobody has said anything: neither a frame, nor an event, nor a declaration. */
    private void check(String meetingId) {
        Ids.check(meetingId);
        answers.meeting(meetings.meeting(meetingId), meetingId);
    }

    private JsonNode object(InputStream body) {
        return JsonBody.read(body, maxBytes, MarkerBody.FIELDS);
    }

    private List<Marker> all(String meetingId) {
        return answers.meeting(states.markers(meetingId), meetingId);
    }

    private void checkRoom(String meetingId) {
        if (all(meetingId).size() >= most) {
            throw ProblemException.conflict("too-many-markers", "A meeting may have " + most + " markers");
        }
    }

    private Response set(String meetingId, Marker marker, boolean isNew) {
        writes.acknowledged(publisher.marked(meetingId, marker, Instant.now()));
        boolean shows = writes.shows(() -> states.marker(meetingId, marker.id()) instanceof Lookup.Found<Marker> found
                && found.value().equals(marker));
        Response.ResponseBuilder answer =
                !shows ? Response.accepted() : isNew ? Response.status(Response.Status.CREATED) : Response.ok();
        return answer.header(HttpHeaders.LOCATION, "/v1/meetings/" + meetingId + "/markers/" + marker.id())
                .entity(MarkerViews.Marker.of(marker))
                .build();
    }
}
