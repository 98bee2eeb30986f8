package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.report.ClassView;
import dev.rapt.aggregator.report.FiveSeconds;
import dev.rapt.aggregator.report.QuietWatch;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A room as a group: for education. */
@Path("/v1/meetings/{meetingId}/class")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "Estimates of what faces visibly do, for people of several trades")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@Sight(Sight.Of.GROUPS)
class ClassResource {

    /** Steps that were over half of this before the last frame hardly change with the frames that come next. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final People people;
    private final AggregatorConfig.Query limits;
    private final ReportRules rules;
    private final EngagementRule engagement;
    private final GroupAnswers groups;

    ClassResource(
            People people, AggregatorConfig config, ReportRules rules, EngagementRule engagement, GroupAnswers groups) {
        this.groups = groups;
        this.people = people;
        this.limits = config.query();
        this.rules = rules;
        this.engagement = engagement;
    }

    @NotAudited("It tells figures of the class as a whole, never of one person")
    @GET
    @Tagged
    @Operation(
            summary = "The attention of a room as a group",
            description =
                    "Never of one person: what is known of fewer than five people isn't told. With quiet alerts when"
                            + " attention sank below its own usual level.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = ClassViews.Room.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.ROOM)))
    public Response room(
            @PathParam("meetingId") String meetingId,
            @Parameter(example = "2026-01-05T10:00:00Z") @QueryParam("from") Optional<String> from,
            @Parameter(example = "2026-01-05T11:00:00Z") @QueryParam("to") Optional<String> to,
            @Parameter(description = "A positive multiple of 5 s; 10 s unless configured otherwise", example = "10s")
                    @QueryParam("resolution")
                    Optional<String> resolution) {
        Ids.check(meetingId);
        if (groups.are(meetingId, Optional.empty())) {
            return groups.room(meetingId, from, to, resolution);
        }
        TimelineQuery query = TimelineQuery.parse(from, to, resolution, limits.defaultResolution());
        SortedMap<String, Track> tracks = people.all(meetingId);
        Window window = query.window(Pool.first(tracks), Pool.last(tracks), limits.maxBuckets());
        return Response.ok(new ClassViews.Room(
                        meetingId,
                        window.from(),
                        window.to(),
                        window.resolution().length().toSeconds() + "s",
                        rules.leastPeople(),
                        steps(view(tracks, window).rows(), window),
                        alerts(tracks, window)))
                .build();
    }

    private ClassView view(SortedMap<String, Track> tracks, Window window) {
        List<Steps> steps = tracks.values().stream()
                .map(track -> track.steps(window, ClassView.FIELDS))
                .toList();
        return ClassView.of(window, steps, rules.leastPeople(), engagement);
    }

    private static List<ClassViews.Step> steps(List<ClassView.Row> rows, Window window) {
        List<ClassViews.Step> steps = new ArrayList<>();
        Instant start = window.from();
        for (ClassView.Row row : rows) {
            Instant end = start.plus(window.resolution().length());
            steps.add(new ClassViews.Step(
                    start,
                    end,
                    row.people(),
                    row.tooFew(),
                    Digits.six(row.facing()),
                    Digits.six(row.away()),
                    Digits.six(row.attention()),
                    Digits.six(row.index())));
            start = end;
        }
        return steps;
    }

    /** Those within the window, watched from the meeting's beginning, so that every window agrees. */
    private List<ClassViews.Alert> alerts(SortedMap<String, Track> tracks, Window window) {
        Instant first = Pool.first(tracks);
        Instant settled = Pool.last(tracks).minus(SETTLED);
        if (settled.isBefore(first)) {
            return List.of();
        }
        Window whole = FiveSeconds.around(first, settled, limits.maxBuckets());
        QuietWatch watch = new QuietWatch(rules.quiet());
        view(tracks, whole).room().forEach(watch::accept);
        return alerts(watch, whole, window);
    }

    /** Those that overlap the window, of what was watched of the whole. */
    static List<ClassViews.Alert> alerts(QuietWatch watch, Window whole, Window window) {
        return watch.quiets().stream()
                .map(quiet -> new ClassViews.Alert(
                        FiveSeconds.start(whole, quiet.from()),
                        FiveSeconds.start(whole, quiet.to()),
                        quiet.isOpen(),
                        Digits.six(quiet.level()),
                        Digits.six(quiet.level() - quiet.lowest())))
                .filter(alert ->
                        alert.start().isBefore(window.to()) && alert.end().isAfter(window.from()))
                .toList();
    }
}
