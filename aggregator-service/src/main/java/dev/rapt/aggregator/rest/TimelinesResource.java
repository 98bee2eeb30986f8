package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many people's timelines at once: side by side in columns, or pooled. */
@Path("/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines", description = "Estimates of what a face visibly does, never of what a person feels")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.GROUPS)
class TimelinesResource {

    private static final List<Field> USUAL = List.of(Field.ENGAGEMENT_INDEX, Field.DISPLAYED);

    private final People people;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final AggregatorConfig.Query limits;
    private final EngagementRule rule;
    private final GroupAnswers groups;

    TimelinesResource(
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

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("{meetingId}/timelines")
    @Operation(
            summary = "Many timelines in columns",
            description = "Of each participant one array a field, as long as there are steps; null where nothing is"
                    + " known. Steps are aligned to the epoch: the range is widened to whole steps.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(anyOf = {ColumnViews.Timelines.class, GroupViews.Columns.class}),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.COLUMNS)))
    public Response timelines(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "Ids with commas between; everybody without it", example = "ada,bob")
                    @QueryParam("participants")
                    Optional<String> participants,
            @Parameter(description = "A group of the meeting's declaration", example = "front row") @QueryParam("group")
                    Optional<String> group,
            @Parameter(
                            description = "Names with commas between; expressions and displayedShares stand for all of"
                                    + " theirs. engagementIndex and displayed without it",
                            example = "engagementIndex,facing")
                    @QueryParam("fields")
                    Optional<String> fields,
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
        Ids.check(meetingId);
        if (groups.are(meetingId, participants)) {
            return groups.columns(meetingId, group, fields, from, to, resolution);
        }
        Fields chosen = FieldList.parse(fields, USUAL, Shown.of(signals, meetingId));
        TimelineQuery query = TimelineQuery.parse(from, to, resolution, limits.defaultResolution());
        SortedMap<String, Track> tracks = people.chosen(meetingId, participants, group);
        Window window = window(query, meetingId, tracks);
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        StreamingOutput written = out -> write(out, meetingId, tracks, window, chosen, speech);
        return Response.ok(written).build();
    }

    private void write(
            OutputStream out,
            String meetingId,
            Map<String, Track> tracks,
            Window window,
            Fields fields,
            MeetingSpeech speech)
            throws IOException {
        try (ColumnsWriter writer = new ColumnsWriter(out, meetingId, window, fields, rule)) {
            for (Map.Entry<String, Track> each : tracks.entrySet()) {
                String id = each.getKey();
                Optional<String> name = speech.attendance(id).name();
                writer.person(
                        id,
                        name,
                        Pool.steps(
                                each.getValue(),
                                window,
                                fields,
                                fields.needSpeech() ? speech.person(id) : Optional.empty()));
            }
            writer.end();
        }
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("{meetingId}/timeline")
    @Operation(
            summary = "Everybody's timeline together",
            description = "Every second of every person weighs the same; nobody counts before the first frame or"
                    + " after the last.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(anyOf = {ColumnViews.Pooled.class, GroupViews.Timeline.class}),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.MEETING)))
    public Response meeting(
            @PathParam("meetingId") String meetingId,
            @Parameter(example = "2026-01-05T10:00:00Z") @QueryParam("from") Optional<String> from,
            @Parameter(example = "2026-01-05T11:00:00Z") @QueryParam("to") Optional<String> to,
            @Parameter(example = "10s") @QueryParam("resolution") Optional<String> resolution) {
        Ids.check(meetingId);
        if (groups.are(meetingId, Optional.empty())) {
            return groups.timeline(meetingId, Optional.empty(), from, to, resolution);
        }
        TimelineQuery query = TimelineQuery.parse(from, to, resolution, limits.defaultResolution());
        return pooled(meetingId, Optional.empty(), query, people.all(meetingId));
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("{meetingId}/groups/{group}/timeline")
    @Operation(
            summary = "A group's timeline",
            description = "Every second of every person weighs the same; nobody counts before the first frame or"
                    + " after the last.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(anyOf = {ColumnViews.Pooled.class, GroupViews.Timeline.class}),
                            examples = @ExampleObject(name = "example", value = TimelineExamples.GROUP)))
    public Response group(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "As declared", example = "front row") @PathParam("group") String group,
            @Parameter(example = "2026-01-05T10:00:00Z") @QueryParam("from") Optional<String> from,
            @Parameter(example = "2026-01-05T11:00:00Z") @QueryParam("to") Optional<String> to,
            @Parameter(example = "10s") @QueryParam("resolution") Optional<String> resolution) {
        Ids.check(meetingId);
        if (groups.are(meetingId, Optional.empty())) {
            return groups.timeline(meetingId, Optional.of(group), from, to, resolution);
        }
        TimelineQuery query = TimelineQuery.parse(from, to, resolution, limits.defaultResolution());
        return pooled(meetingId, Optional.of(group), query, people.group(meetingId, group));
    }

    private Response pooled(
            String meetingId, Optional<String> group, TimelineQuery query, SortedMap<String, Track> tracks) {
        Window window = window(query, meetingId, tracks);
        MeetingSpeech speech = answers.meeting(logs.speech(meetingId), meetingId);
        Shown shown = Shown.of(signals, meetingId);
        return Response.ok(new ColumnViews.Pooled(
                        meetingId,
                        group,
                        window.from(),
                        window.to(),
                        window.resolution().length().toSeconds() + "s",
                        Pool.steps(tracks, window, Fields.ALL, speech).all().stream()
                                .map(step -> PooledViews.of(step, rule, shown))
                                .toList()))
                .build();
    }

    // Of the meeting, so that groups and people can be laid side by side
    private Window window(TimelineQuery query, String meetingId, SortedMap<String, Track> tracks) {
        SortedMap<String, Track> all = tracks.isEmpty() ? people.all(meetingId) : tracks;
        return query.window(Pool.first(all), Pool.last(all), limits.maxBuckets());
    }
}
