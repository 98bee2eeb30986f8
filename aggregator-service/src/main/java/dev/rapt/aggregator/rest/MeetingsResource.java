package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.ParticipantEntry;
import dev.rapt.aggregator.query.Timelines;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Meetings and who was in them. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings", description = "Meetings and who was in them")
@APIResponse(
        responseCode = "503",
        description = "The timelines can't be read now; ask again after Retry-After seconds",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class MeetingsResource {

    private final Timelines timelines;
    private final MeetingLogs logs;
    private final Answers answers;

    MeetingsResource(Timelines timelines, MeetingLogs logs, Answers answers) {
        this.timelines = timelines;
        this.logs = logs;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "All meetings", description = "In order of their ids; none is an empty list.")
    @APIResponseSchema(Views.Meetings.class)
    public Views.Meetings meetings() {
        return new Views.Meetings(answers.found(timelines.meetings(), "no-meetings", "There are no meetings").stream()
                .map(ViewMaker::meeting)
                .toList());
    }

    @GET
    @Path("{meetingId}")
    @Operation(summary = "One meeting", description = "And who speaks in it, as far as a bot says.")
    @APIResponseSchema(Views.OneMeeting.class)
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    public Views.OneMeeting meeting(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        return ViewMaker.meeting(
                answers.meeting(timelines.meeting(meetingId), meetingId),
                answers.meeting(logs.speech(meetingId), meetingId));
    }

    @GET
    @Path("{meetingId}/participants")
    @Operation(summary = "A meeting's participants", description = "In order of their ids.")
    @APIResponseSchema(Views.Participants.class)
    @APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
    @APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
    public Views.Participants participants(@PathParam("meetingId") String meetingId) {
        Ids.check(meetingId);
        List<ParticipantEntry> participants = answers.meeting(timelines.participants(meetingId), meetingId);
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        return new Views.Participants(
                meetingId,
                participants.stream()
                        .map(one -> ViewMaker.participant(one, speech.attendance(one.id())))
                        .toList());
    }
}
