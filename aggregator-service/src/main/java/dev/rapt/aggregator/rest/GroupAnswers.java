package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.group.GroupStep;
import dev.rapt.aggregator.group.GroupTable;
import dev.rapt.aggregator.group.PublishedRow;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.report.FiveSeconds;
import dev.rapt.aggregator.report.QuietWatch;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Answers questions about a meeting of which only groups are shown, on the same paths as those about others. Every answer
 * is made of its {@link GroupTable} and of what was declared, and of nothing else.
 */
@ApplicationScoped
class GroupAnswers {

    private static final double MICROS = 1e6;

    private final GroupView view;
    private final GroupTables tables;
    private final Meetings meetings;
    private final Answers answers;
    private final ReportRules reports;
    private final EngagementRule engagement;
    private final AggregatorConfig.Query limits;

    GroupAnswers(
            GroupView view,
            GroupTables tables,
            Meetings meetings,
            Answers answers,
            ReportRules reports,
            EngagementRule engagement,
            AggregatorConfig config) {
        this.view = view;
        this.tables = tables;
        this.meetings = meetings;
        this.answers = answers;
        this.reports = reports;
        this.engagement = engagement;
        this.limits = config.query();
    }

    /** Whether these answers are the meeting's; a 403 when single participants of such a one are asked for. */
    boolean are(String meetingId, Optional<String> participants) {
        boolean are = view.isOf(meetingId);
        if (are && participants.isPresent()) {
            throw GroupView.refusal();
        }
        return are;
    }

    Response timeline(
            String meetingId,
            Optional<String> group,
            Optional<String> from,
            Optional<String> to,
            Optional<String> resolution) {
        TimelineQuery query = query(from, to, resolution);
        String name = name(meetingId, group);
        GroupTable table = tables.of(meetingId);
        Window window = window(query, table, limits.maxBuckets());
        List<GroupViews.Step> steps = table.steps(name, window).stream()
                .map(step -> GroupViews.Step.of(step, engagement))
                .toList();
        return Response.ok(new GroupViews.Timeline(
                        meetingId, group, window.from(), window.to(), text(window), least(), rounding(), steps))
                .build();
    }

    Response total(String meetingId, Optional<String> group, Optional<String> from, Optional<String> to) {
        TimelineQuery query = query(from, to, Optional.empty());
        String name = name(meetingId, group);
        GroupTable table = tables.of(meetingId);
        Window window = window(query, table, Integer.MAX_VALUE);
        GroupStep step = table.total(name, window.from(), window.to());
        return Response.ok(new GroupViews.Total(
                        meetingId, group, least(), rounding(), GroupViews.Step.of(step, engagement)))
                .build();
    }

    Response columns(
            String meetingId,
            Optional<String> group,
            Optional<String> fields,
            Optional<String> from,
            Optional<String> to,
            Optional<String> resolution) {
        TimelineQuery query = query(from, to, resolution);
        Map<String, Function<GroupStep, OptionalDouble>> chosen = fields(meetingId, fields);
        List<String> names = names(meetingId, group);
        GroupTable table = tables.of(meetingId);
        Window window = window(query, table, limits.maxBuckets());
        List<GroupViews.Column> groups = names.stream()
                .map(name -> column(name, table.steps(name, window), chosen))
                .toList();
        return Response.ok(new GroupViews.Columns(
                        meetingId,
                        window.from(),
                        window.to(),
                        text(window),
                        window.steps(),
                        List.copyOf(chosen.keySet()),
                        least(),
                        rounding(),
                        groups))
                .build();
    }

    private static GroupViews.Column column(
            String name, List<GroupStep> steps, Map<String, Function<GroupStep, OptionalDouble>> fields) {
        Map<String, List<Optional<Double>>> columns = new LinkedHashMap<>();
        fields.forEach((field, value) -> columns.put(
                field, steps.stream().map(step -> Digits.six(value.apply(step))).toList()));
        return new GroupViews.Column(
                named(name), steps.stream().map(GroupStep::people).toList(), columns);
    }

    /** A room as a group; the watch over its attention looks at the table's steps. */
    Response room(String meetingId, Optional<String> from, Optional<String> to, Optional<String> resolution) {
        TimelineQuery query = query(from, to, resolution);
        GroupTable table = tables.of(meetingId);
        Window window = window(query, table, limits.maxBuckets());
        List<ClassViews.Step> steps = table.steps(PublishedRow.EVERYBODY, window).stream()
                .map(step -> GroupRoom.step(step, engagement))
                .toList();
        return Response.ok(new ClassViews.Room(
                        meetingId,
                        window.from(),
                        window.to(),
                        text(window),
                        least(),
                        steps,
                        table.from().isBefore(table.to()) ? alerts(table, window) : List.of()))
                .build();
    }

    private List<ClassViews.Alert> alerts(GroupTable table, Window window) {
        Window whole = FiveSeconds.around(table.from(), table.to().minusMillis(1), limits.maxBuckets());
        QuietWatch watch = new QuietWatch(reports.quiet());
        GroupRoom.fiveSeconds(table, whole, tables.rule().step()).forEach(watch::accept);
        return ClassResource.alerts(watch, whole, window);
    }

    /** What is to be written to a file. */
    record File(
            List<String> groups,
            Map<String, Function<GroupStep, OptionalDouble>> fields,
            GroupTable table,
            Window window) {}

    File file(String meetingId, Optional<String> group, Optional<String> fields, TimelineQuery time) {
        requireSteps(time.resolution());
        Map<String, Function<GroupStep, OptionalDouble>> chosen = fields(meetingId, fields);
        List<String> names = names(meetingId, group);
        GroupTable table = tables.of(meetingId);
        return new File(names, chosen, table, window(time, table, limits.maxBuckets()));
    }

    private Map<String, Function<GroupStep, OptionalDouble>> fields(String meetingId, Optional<String> fields) {
        return GroupFields.parse(fields, view.hasExpressions(meetingId), engagement);
    }

    private TimelineQuery query(Optional<String> from, Optional<String> to, Optional<String> resolution) {
        Duration step = tables.rule().step();
        Duration usual = limits.defaultResolution();
        TimelineQuery query =
                TimelineQuery.parse(from, to, resolution, usual.toMillis() % step.toMillis() == 0 ? usual : step);
        requireSteps(query.resolution());
        return query;
    }

    private void requireSteps(Resolution resolution) {
        Duration step = tables.rule().step();
        if (resolution.length().toMillis() % step.toMillis() != 0) {
            throw ProblemException.badRequest(
                    "bad-resolution",
                    "Of this meeting only groups are shown, in steps of " + step.toSeconds()
                            + " s: resolution must be a multiple of that");
        }
    }

    private static Window window(TimelineQuery query, GroupTable table, int most) {
        Instant last = table.to().isAfter(table.from()) ? table.to().minusMillis(1) : table.from();
        return query.window(table.from(), last, most);
    }

    private List<Group> declared(String meetingId) {
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        return meeting.declaration().map(known -> known.groups()).orElse(List.of());
    }

    private String name(String meetingId, Optional<String> group) {
        return group.map(name -> known(meetingId, name)).orElse(PublishedRow.EVERYBODY);
    }

    private String known(String meetingId, String name) {
        return declared(meetingId).stream()
                .map(Group::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "group-unknown", "Meeting " + meetingId + " has no group " + name + " in its declaration"));
    }

    /** The group that is asked for, or everybody and all groups. */
    private List<String> names(String meetingId, Optional<String> group) {
        if (group.isPresent()) {
            return List.of(known(meetingId, group.get()));
        }
        List<String> names = new ArrayList<>(List.of(PublishedRow.EVERYBODY));
        declared(meetingId).forEach(one -> names.add(one.name()));
        return names;
    }

    /** A group's name as it is written: none for everybody. */
    static Optional<String> named(String name) {
        return Optional.of(name).filter(text -> !text.equals(PublishedRow.EVERYBODY));
    }

    private int least() {
        return tables.rule().least();
    }

    private double rounding() {
        return tables.rule().rounding() / MICROS;
    }

    private static String text(Window window) {
        return window.resolution().length().toSeconds() + "s";
    }
}
