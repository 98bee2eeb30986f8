package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.audit.Action;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Personal links, for whoever runs a meeting to give to its participants. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Participants")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(
        responseCode = "409",
        description = "meeting-undeclared, or too-many-links",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class LinksResource {

    private final Clock clock = Clock.systemUTC();
    private final Meetings meetings;
    private final LinkDesk desk;
    private final Ruled ruled;
    private final Answers answers;
    private final Addresses addresses;

    LinksResource(Meetings meetings, LinkDesk desk, Ruled ruled, Answers answers, Addresses addresses) {
        this.meetings = meetings;
        this.desk = desk;
        this.ruled = ruled;
        this.answers = answers;
        this.addresses = addresses;
    }

    @Schema(
            name = "PersonalLink",
            description = "To be given to the participant and to nobody else; it isn't told again")
    record Link(
            @Schema(description = "The page; the token is after the #", examples = "https://rapt.example/me.html#TOKEN")
                    String url,
            @Schema(description = "For Authorization: Bearer at /v1/me") String token,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-02-04T10:00:00.000Z") Instant expiresAt) {}

    @POST
    @Audited(Action.LINK)
    @Operation(
            operationId = "makeLink",
            summary = "Make a personal link",
            description =
                    "With it a participant sees, downloads and deletes what is kept of them, and says whether they"
                            + " may be measured. Only its hash is kept. The id is the bot's, or a pseudonym.")
    @APIResponse(
            responseCode = "201",
            description = "Made, and open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Link.class),
                            examples = @ExampleObject(name = "link", value = PersonExamples.LINK)))
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    public Response make(
            @PathParam("meetingId") String meetingId,
            @PathParam("participantId") String participantId,
            @Context UriInfo asked) {
        String kept = kept(meetingId, participantId);
        if (ruled.book().isErased(meetingId, kept)) {
            throw Ruled.participantErased();
        }
        LinkDesk.Made made = desk.make(meetingId, kept, clock.instant());
        String token = made.token().text();
        return Response.status(made.shows() ? Response.Status.CREATED : Response.Status.ACCEPTED)
                .entity(new Link(addresses.personal(asked, token), token, made.expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Audited(Action.LINK)
    @Operation(
            operationId = "revokeLinks",
            summary = "Revoke a participant's links",
            description = "All of them: none opens anything any more.")
    @APIResponse(responseCode = "204", description = "None is open")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    public Response revoke(@PathParam("meetingId") String meetingId, @PathParam("participantId") String participantId) {
        boolean shows = desk.revoke(meetingId, kept(meetingId, participantId));
        return shows ? Response.noContent().build() : Response.accepted().build();
    }

    private String kept(String meetingId, String participantId) {
        Ids.check(meetingId, participantId);
        answers.meeting(meetings.meeting(meetingId), meetingId);
        ruled.declared(meetingId);
        return ruled.kept(meetingId, participantId);
    }
}
