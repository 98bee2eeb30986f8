package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.rules.ParticipantErasure;
import dev.rapt.audit.Action;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases one participant of a meeting. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@Sight(Sight.Of.NOBODY)
class ErasureResource {

    private static final String ERASED_BY = "api";

    private final Clock clock = Clock.systemUTC();
    private final Meetings meetings;
    private final Digests digests;
    private final MeetingLogs logs;
    private final MeetingStates states;
    private final ParticipantErasure erasure;
    private final Ruled ruled;
    private final Writes writes;
    private final Answers answers;

    ErasureResource(
            Meetings meetings,
            Digests digests,
            MeetingLogs logs,
            MeetingStates states,
            ParticipantErasure erasure,
            Ruled ruled,
            Writes writes,
            Answers answers) {
        this.meetings = meetings;
        this.digests = digests;
        this.logs = logs;
        this.states = states;
        this.erasure = erasure;
        this.ruled = ruled;
        this.writes = writes;
        this.answers = answers;
    }

    @Audited(Action.ERASE_PARTICIPANT)
    @DELETE
    @Operation(
            operationId = "eraseParticipant",
            summary = "Erase a participant of a meeting",
            description =
                    "Invisible and deleted at once, in timelines, totals, lists and groups; consent and personal links"
                            + " are taken back, and whatever still comes is refused until the participant consents again."
                            + " Erasing again changes nothing.")
    @APIResponse(responseCode = "204", description = "The participant is erased")
    @APIResponse(responseCode = "202", ref = "#/components/responses/Later")
    @APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
    public Response erase(@PathParam("meetingId") String meetingId, @PathParam("participantId") String participantId) {
        Ids.check(meetingId, participantId);
        String kept = ruled.kept(meetingId, participantId);
        if (!erasure.shows(meetingId, kept) && !isKnown(meetingId, kept)) {
            throw ProblemException.notFound(
                    "participant-unknown", "There is no participant " + participantId + " in meeting " + meetingId);
        }
        boolean shows = writes.acknowledged(() -> erasure.erase(meetingId, kept, ERASED_BY, clock.instant()));
        return (shows ? Response.noContent() : Response.accepted()).build();
    }

    /** Whether there is anything of the participant: frames, events, consent or a place in a group. */
    private boolean isKnown(String meetingId, String kept) {
        Lookup<KnownMeeting> meeting = meetings.meeting(meetingId);
        if (answers.foundOr(digests.participantIds(meetingId), new TreeSet<>()).contains(kept)
                || answers.foundOr(logs.speech(meetingId), MeetingSpeech.none())
                        .participantIds()
                        .contains(kept)
                || states.consent(meetingId, kept) instanceof Lookup.Found<?>) {
            return true;
        }
        return answers.meeting(meeting, meetingId).declaration().stream()
                .flatMap(declared -> declared.groups().stream())
                .anyMatch(group -> group.participantIds().contains(kept));
    }
}
