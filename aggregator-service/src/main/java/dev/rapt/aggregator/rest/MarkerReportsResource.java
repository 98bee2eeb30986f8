package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.ReportsConfig;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.query.MeetingLogs;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.report.MarkerReport;
import dev.rapt.aggregator.report.MarkerWindows;
import dev.rapt.aggregator.report.Measures;
import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import dev.rapt.audit.Action;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
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

/** What people visibly did while something was shown, each against the own time before it. */
@Path("/v1/meetings/{meetingId}/markers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Markers")
@APIResponse(responseCode = "304", ref = "#/components/responses/Unchanged")
@APIResponse(responseCode = "400", ref = "#/components/responses/BadQuestion")
@APIResponse(responseCode = "404", ref = "#/components/responses/Unknown")
@APIResponse(responseCode = "410", ref = "#/components/responses/Erased")
@APIResponse(responseCode = "503", ref = "#/components/responses/NotReady")
@APIResponse(responseCode = "403", ref = "#/components/responses/GroupView")
@Sight(Sight.Of.PEOPLE)
class MarkerReportsResource {

    /** No marker can be called so. */
    static final String PATH = "report";

    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private final MeetingStates states;
    private final People people;
    private final MeetingLogs logs;
    private final Answers answers;
    private final ShownSignals signals;
    private final ReportsConfig.MarkerReports settings;
    private final MarkerReport.Rules rules;
    private final EngagementRule engagement;

    MarkerReportsResource(
            MeetingStates states,
            People people,
            MeetingLogs logs,
            Answers answers,
            ShownSignals signals,
            AggregatorConfig config,
            ReportRules rules,
            EngagementRule engagement) {
        this.states = states;
        this.people = people;
        this.logs = logs;
        this.answers = answers;
        this.signals = signals;
        this.settings = config.reports().markers();
        this.rules = rules.markers();
        this.engagement = engagement;
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path("{markerId}/" + PATH)
    @Operation(
            summary = "What people visibly did during a marker",
            description =
                    "Each compared with the same person just before it; over people with n and confidence intervals.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = MarkerReportViews.Report.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.MARKER)))
    public MarkerReportViews.Report report(
            @PathParam("meetingId") String meetingId,
            @PathParam("markerId") String markerId,
            @Parameter(
                            description = "The time just before it, from 5 s; 60 s unless configured otherwise",
                            example = "60s")
                    @QueryParam("baseline")
                    Optional<String> baseline,
            @Parameter(description = "A group of the meeting's declaration", example = "front row") @QueryParam("group")
                    Optional<String> group) {
        Ids.check(meetingId, markerId);
        Duration before = baseline(baseline);
        Marker marker = answers.marker(states.marker(meetingId, markerId), markerId);
        return new Meeting(meetingId, group).report(marker, before, true);
    }

    @Audited(Action.READ)
    @GET
    @Tagged
    @Path(PATH)
    @Operation(
            summary = "Several markers side by side",
            description = "As each one's report, without the single people.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            schema = @Schema(implementation = MarkerReportViews.Reports.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.MARKERS)))
    public MarkerReportViews.Reports reports(
            @PathParam("meetingId") String meetingId,
            @Parameter(description = "Ids with commas between; 20 at most unless configured otherwise", example = "a,b")
                    @QueryParam("ids")
                    Optional<String> ids,
            @Parameter(example = "60s") @QueryParam("baseline") Optional<String> baseline,
            @Parameter(example = "front row") @QueryParam("group") Optional<String> group) {
        Ids.check(meetingId);
        Duration before = baseline(baseline);
        List<String> wanted =
                Arrays.stream(ids.orElse("").split(",", -1)).distinct().toList();
        Ids.check(wanted.toArray(String[]::new));
        if (wanted.size() > settings.most()) {
            throw ProblemException.badRequest("too-many-ids", "There may be " + settings.most() + " ids");
        }
        List<Marker> markers = wanted.stream()
                .map(id -> answers.marker(states.marker(meetingId, id), id))
                .toList();
        Meeting meeting = new Meeting(meetingId, group);
        return new MarkerReportViews.Reports(
                meetingId,
                markers.stream()
                        .map(marker -> meeting.report(marker, before, false))
                        .toList());
    }

    private Duration baseline(Optional<String> text) {
        try {
            Duration length = text.map(TimelineQuery::length).orElse(settings.baseline());
            if (length.compareTo(SHORTEST) >= 0 && length.compareTo(settings.maxBaseline()) <= 0) {
                return length;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below
        }
        throw ProblemException.badRequest(
                "bad-baseline",
                "baseline is a length of time from 5 s to "
                        + settings.maxBaseline().toSeconds() + " s, like 60s or PT1M");
    }

    /** What of a meeting is the same for all of its markers. */
    private final class Meeting {
        private final String meetingId;
        private final Optional<String> group;
        private final SortedMap<String, Track> tracks;
        private final MeetingSpeech speech;
        private final List<Marker> markers;
        private final List<Field> measures;

        Meeting(String meetingId, Optional<String> group) {
            this.meetingId = meetingId;
            this.group = group;
            this.tracks = people.chosen(meetingId, Optional.empty(), group);
            this.speech = answers.meeting(logs.speech(meetingId), meetingId);
            this.measures = Shown.of(signals, meetingId).of(Measures.ALL);
            this.markers = answers.meeting(states.markers(meetingId), meetingId);
        }

        MarkerReportViews.Report report(Marker marker, Duration before, boolean withPeople) {
            MarkerWindows windows = MarkerWindows.of(marker, before);
            Map<String, MarkerReport.Pair> pairs = new HashMap<>();
            tracks.forEach((id, track) -> pairs.put(
                    id,
                    new MarkerReport.Pair(total(id, track, windows.baseline()), total(id, track, windows.marker()))));
            MarkerReport report = MarkerReport.of(pairs, rules, engagement, measures);
            return new MarkerReportViews.Report(
                    meetingId,
                    MarkerViews.Marker.of(marker),
                    group,
                    new MarkerReportViews.Windows(range(windows.baseline()), range(windows.marker())),
                    overlaps(marker, windows.baseline()),
                    rules.confidence(),
                    report.included(),
                    MarkerReportViews.Excluded.of(report),
                    report.measures().stream()
                            .map(MarkerReportViews.Measure::of)
                            .toList(),
                    withPeople
                            ? Optional.of(report.people().stream()
                                    .map(one -> MarkerReportViews.Person.of(
                                            one,
                                            speech.attendance(one.participantId())
                                                    .name()))
                                    .toList())
                            : Optional.empty(),
                    MarkerReportViews.NOTE);
        }

        private dev.rapt.aggregator.timeline.Step total(String id, Track track, Window window) {
            return Pool.steps(track, window, Measures.FIELDS, speech.person(id)).total();
        }

        private List<String> overlaps(Marker marker, Window baseline) {
            return markers.stream()
                    .filter(other -> !other.id().equals(marker.id()))
                    .filter(other ->
                            other.start().isBefore(baseline.to()) && other.end().isAfter(baseline.from()))
                    .map(Marker::id)
                    .toList();
        }
    }

    private static MarkerReportViews.Range range(Window window) {
        return new MarkerReportViews.Range(window.from(), window.to());
    }
}
