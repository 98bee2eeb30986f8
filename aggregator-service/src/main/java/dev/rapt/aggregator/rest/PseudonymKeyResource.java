package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rules.MeetingLocks;
import dev.rapt.audit.Action;
import dev.rapt.meeting.MeetingBook;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key that a meeting's pseudonyms are made from. Nobody can read it, and whoever deletes it unlinks them for good. */
@Path("/v1/meetings/{meetingId}/pseudonym-key")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.NOBODY)
class PseudonymKeyResource {

    private final Meetings meetings;
    private final MeetingStates states;
    private final StatePublisher publisher;
    private final Ruled ruled;
    private final Writes writes;
    private final Answers answers;

    PseudonymKeyResource(
            Meetings meetings,
            MeetingStates states,
            StatePublisher publisher,
            Ruled ruled,
            Writes writes,
            Answers answers) {
        this.meetings = meetings;
        this.states = states;
        this.publisher = publisher;
        this.ruled = ruled;
        this.writes = writes;
        this.answers = answers;
    }

    @Audited(Action.DELETE_KEY)
    @DELETE
    @Operation(
            operationId = "deletePseudonymKey",
            summary = "Unlink the pseudonyms of a meeting from its participants",
            description =
                    "For good: nobody can tell any more which pseudonym is whose, and whatever still comes of the meeting"
                            + " is refused. What is kept stays. Deleting it again changes nothing.")
    @APIResponse(responseCode = "204", description = "There is no key")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(
            responseCode = "409",
            description = "meeting-undeclared, not-pseudonymous: it has no pseudonyms",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(name = "not-pseudonymous", value = RuleExamples.NOT_PSEUDONYMOUS)))
    public Response delete(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        try (MeetingLocks.Held held = ruled.alone(meetingId)) {
            answers.meeting(meetings.meeting(meetingId), meetingId);
            if (!ruled.declared(meetingId).pseudonymous()) {
                throw ProblemException.conflict(
                        "not-pseudonymous", "The participants of this meeting go by their own ids");
            }
            boolean shows = true;
            if (!isGone(meetingId)) {
                writes.acknowledged(publisher.unkeyed(meetingId));
                shows = writes.shows(() -> isGone(meetingId));
            }
            return (shows ? Response.noContent() : Response.accepted()).build();
        }
    }

    private boolean isGone(String meetingId) {
        MeetingBook book = ruled.book();
        return book.pseudonyms(meetingId).isEmpty() && !(states.keyed(meetingId) instanceof Lookup.Found);
    }
}
