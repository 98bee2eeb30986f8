package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.report.FiveSeconds;
import dev.rapt.aggregator.rules.ShownSignals;
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
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a meeting stood out from itself. */
@Path("/v1/meetings/{meetingId}/moments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class MomentsResource {

    private final People people;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final AggregatorConfig.Query limits;
    private final MomentsFinder finder;

    MomentsResource(
            People people,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config,
            MomentsFinder finder) {
        this.people = people;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.limits = config.query();
        this.finder = finder;
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(
            summary = "A meeting's moments",
            description = "Peaks and dips of the index and of smiling of all together, and who smiled together.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = MomentViews.Answer.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.MOMENTS)))
    public MomentViews.Answer moments(
            @PathParam("meetingId") String meetingId,
            @Parameter(example = "2026-01-05T10:00:00Z") @QueryParam("from") Optional<String> from,
            @Parameter(example = "2026-01-05T11:00:00Z") @QueryParam("to") Optional<String> to) {
        Ids.check(meetingId);
        TimelineQuery query = TimelineQuery.parse(from, to, Optional.empty(), FiveSeconds.STEP.length());
        SortedMap<String, Track> tracks = people.all(meetingId);
        Window window = query.window(Pool.first(tracks), Pool.last(tracks), limits.maxBuckets());
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        return new MomentViews.Answer(
                meetingId,
                window.from(),
                window.to(),
                finder.moments(tracks, window, speech, Shown.of(signals, meetingId)));
    }
}
