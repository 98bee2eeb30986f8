package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.Lookup;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.query.ParticipantEntry;
import dev.rapt.aggregator.query.Timelines;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was in a meeting. */
@Path("/v1/meetings/{meetingId}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class ParticipantsResource {

    private final Meetings meetings;
    private final Timelines timelines;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final int most;

    ParticipantsResource(
            Meetings meetings,
            Timelines timelines,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config) {
        this.meetings = meetings;
        this.timelines = timelines;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.most = config.query().maxParticipants();
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(
            summary = "A meeting's participants",
            description = "In order of their ids: those with frames, and those of whom a bot has told.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the list",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingViews.Participants.class),
                            examples = @ExampleObject(name = "participants", value = Examples.PARTICIPANTS)))
    public MeetingViews.Participants participants(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "The most to answer with; 1000 at most unless configured otherwise")
                    @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "next of the answer before") @QueryParam("cursor") Optional<String> cursor) {
        Ids.check(meetingId);
        int count = Numbers.number("limit", limit, most, 1, most);
        // No id holds a zero character, so this is the place right after the last one
        String from = cursor.map(last -> Cursor.participant(last) + "\0").orElse("");
        answers.meeting(meetings.meeting(meetingId), meetingId);
        MeetingSpeech speech = answers.foundOr(logs.speech(meetingId), MeetingSpeech.none());
        SortedSet<String> all = new TreeSet<>(answers.meeting(meetings.participantIds(meetingId), meetingId));
        all.addAll(speech.participantIds());
        SortedSet<String> left = all.tailSet(from);
        Shown shown = Shown.of(signals, meetingId);
        List<MeetingViews.Participant> part = left.stream()
                .limit(count)
                .map(id -> MeetingViewMaker.participant(id, counted(meetingId, id), speech.attendance(id), shown))
                .toList();
        return new MeetingViews.Participants(
                meetingId,
                part,
                part.size() < left.size()
                        ? Optional.of(Cursor.of(part.get(part.size() - 1).id()))
                        : Optional.empty());
    }

    private Optional<ParticipantEntry> counted(String meetingId, String participantId) {
        Lookup<ParticipantEntry> counted = timelines.participant(meetingId, participantId);
        return counted instanceof Lookup.NotFound<ParticipantEntry>
                ? Optional.empty()
                : Optional.of(answers.participant(counted, meetingId, participantId));
    }
}
