package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.PersonSpeech;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the frames of one participant come to. */
@Path("/v1/meetings/{meetingId}/participants/{participantId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines", description = "Estimates of what a face visibly does, never of what a person feels")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class ParticipantResource {

    private final Digests digests;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final AggregatorConfig.Query limits;
    private final EngagementRule rule;

    ParticipantResource(
            Digests digests,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config,
            EngagementRule rule) {
        this.digests = digests;
        this.rule = rule;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.limits = config.query();
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("timeline")
    @Operation(
            summary = "A participant's timeline",
            description =
                    "Every step of the range, also those without a frame. Steps are aligned to the epoch: the range"
                            + " is widened to whole steps, and the answer says to what.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = Views.Timeline.class),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.TIMELINE)))
    public Views.Timeline timeline(
            @PathParam("meetingId") String meetingId,
            @PathParam("participantId") String participantId,
            @Parameter(description = "The first moment; without it the first frame's", example = "2026-01-05T10:00:00Z")
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(
                            description = "The moment after the last; without it the last frame's",
                            example = "2026-01-05T11:00:00Z")
                    @QueryParam("to")
                    Optional<String> to,
            @Parameter(description = "A positive multiple of 5 s; 10 s unless configured otherwise", example = "10s")
                    @QueryParam("resolution")
                    Optional<String> resolution) {
        Ids.check(meetingId, participantId);
        TimelineQuery query = TimelineQuery.parse(from, to, resolution, limits.defaultResolution());
        Track track = answers.participant(digests.track(meetingId, participantId), meetingId, participantId);
        Window window = query.window(track.firstCapturedAt(), track.lastCapturedAt(), limits.maxBuckets());
        Optional<PersonSpeech> speech =
                answers.meeting(logs.speech(meetingId), meetingId).person(participantId);
        Shown shown = Shown.of(signals, meetingId);
        return new Views.Timeline(
                meetingId,
                participantId,
                window.from(),
                window.to(),
                window.resolution().length().toSeconds() + "s",
                AttentionViewMaker.baseline(track.baseline()),
                track.steps(window).all().stream()
                        .map(step -> ViewMaker.bucket(
                                step, speech.flatMap(one -> one.between(step.start(), step.end())), rule, shown))
                        .toList());
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("summary")
    @Operation(
            summary = "A participant's whole time in the meeting",
            description = "The emotional breakdown in shares, frames and presence.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = Views.Summary.class),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.SUMMARY)))
    public Views.Summary summary(
            @PathParam("meetingId") String meetingId, @PathParam("participantId") String participantId) {
        Ids.check(meetingId, participantId);
        return ViewMaker.summary(
                meetingId,
                participantId,
                answers.participant(digests.track(meetingId, participantId), meetingId, participantId),
                answers.meeting(logs.speech(meetingId), meetingId).speaking(participantId),
                rule,
                Shown.of(signals, meetingId));
    }
}
