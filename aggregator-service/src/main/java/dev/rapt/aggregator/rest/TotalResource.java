package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.Bucket;
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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What any stretch of a meeting comes to, of one person, some, or all. */
@Path("/v1/meetings/{meetingId}/total")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines", description = "Estimates of what a face visibly does, never of what a person feels")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.GROUPS)
class TotalResource {

    private final People people;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final AggregatorConfig.Query limits;
    private final EngagementRule rule;
    private final GroupAnswers groups;

    TotalResource(
            People people,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config,
            EngagementRule rule,
            GroupAnswers groups) {
        this.groups = groups;
        this.people = people;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.limits = config.query();
        this.rule = rule;
    }

    @Schema(name = "Total", description = "A stretch of time as one step")
    record Total(@Schema(examples = "standup") String meetingId, @JsonUnwrapped PooledViews.Bucket step) {}

    @Audited(Action.READ)
    @GET
    @Tagged
    @Operation(
            summary = "Any stretch of time as one step",
            description =
                    "Of these participants, of a group, or of everybody. The range is widened to whole five seconds;"
                            + " every second of every person weighs the same, and nobody counts before the first frame or after"
                            + " the last. A range of any length, unlike a timeline's step, which is aligned to the epoch.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(anyOf = {Total.class, GroupViews.Total.class}),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.TOTAL)))
    public Response total(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "Ids with commas between; everybody without it", example = "ada")
                    @QueryParam("participants")
                    Optional<String> participants,
            @Parameter(description = "A group of the meeting's declaration", example = "front row") @QueryParam("group")
                    Optional<String> group,
            @Parameter(description = "The first moment; without it the first frame's", example = "2026-01-05T10:00:00Z")
                    @QueryParam("from")
                    Optional<String> from,
            @Parameter(
                            description = "The moment after the last; without it the last frame's",
                            example = "2026-01-05T11:00:00Z")
                    @QueryParam("to")
                    Optional<String> to) {
        Ids.check(meetingId);
        if (groups.are(meetingId, participants)) {
            return groups.total(meetingId, group, from, to);
        }
        TimelineQuery query = TimelineQuery.parse(from, to, Optional.empty(), Bucket.LENGTH);
        SortedMap<String, Track> tracks = people.chosen(meetingId, participants, group);
        SortedMap<String, Track> all = tracks.isEmpty() ? people.all(meetingId) : tracks;
        Window window = query.window(Pool.first(all), Pool.last(all), limits.maxBuckets());
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        return Response.ok(new Total(
                        meetingId,
                        PooledViews.of(Pool.total(tracks, window, speech), rule, Shown.of(signals, meetingId))))
                .build();
    }
}
