package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.GroupConfig;
import dev.rapt.aggregator.group.Division;
import dev.rapt.aggregator.group.GroupRule;
import dev.rapt.aggregator.group.GroupTable;
import dev.rapt.aggregator.group.Publication;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.publish.StatePublisher;
import dev.rapt.aggregator.query.Digests;
import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.MeetingStates;
import dev.rapt.aggregator.query.Meetings;
import dev.rapt.aggregator.query.Reading;
import dev.rapt.aggregator.timeline.Meeting;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the published table of a meeting, and publishes what has become due of it since it was asked for last: first in
 * Kafka, then in an answer, so that no answer is ever followed by another one of the same minute. Blocks.
 */
@ApplicationScoped
class GroupTables {

    /** Nothing is ever told of fewer people. */
    private static final int FEWEST = 5;

    private static final double MICROS = 1e6;
    /** Time whose steps are read at a time, so that a long meeting takes no more memory than a short one. */
    private static final Duration PIECE = Duration.ofHours(1);

    private final Meetings meetings;
    private final MeetingStates states;
    private final Digests digests;
    private final StatePublisher publisher;
    private final Writes writes;
    private final Answers answers;
    private final GroupView view;
    private final Reading reading;
    private final GroupRule rule;
    private final int most;

    GroupTables(
            Meetings meetings,
            MeetingStates states,
            Digests digests,
            StatePublisher publisher,
            Writes writes,
            Answers answers,
            GroupView view,
            Reading reading,
            AggregatorConfig config) {
        this.meetings = meetings;
        this.states = states;
        this.digests = digests;
        this.publisher = publisher;
        this.writes = writes;
        this.answers = answers;
        this.view = view;
        this.reading = reading;
        this.rule = rule(config.group());
        this.most = config.group().minutes();
    }

    private static GroupRule rule(GroupConfig settings) {
        return new GroupRule(
                Math.max(FEWEST, settings.k()),
                (int) Math.round(settings.rounding() * MICROS),
                settings.step(),
                settings.settle());
    }

    /** What holds for every table. */
    GroupRule rule() {
        return rule;
    }

    /** The table; 404 while there is no frame of the meeting. */
    GroupTable of(String meetingId) {
        KnownMeeting meeting = answers.meeting(meetings.meeting(meetingId), meetingId);
        Meeting counted = meeting.counted()
                .orElseThrow(() -> ProblemException.notFound(
                        Summaries.NOBODY_SEEN, "There is no frame yet of meeting " + meetingId));
        Instant from = minute(counted.firstCapturedAt());
        Instant to = settled(meeting, counted, from);
        List<PublishedMinute> minutes = minutes(meetingId);
        List<PublishedMinute> due = due(meeting, from, to, minutes);
        // A copy may lack what was published before
        if (!due.isEmpty() && !reading.isStale()) {
            publish(meetingId, due);
            minutes = minutes(meetingId);
        }
        GroupTable table = new GroupTable(from, to, minutes);
        return view.hasExpressions(meetingId) ? table : table.withoutExpressions();
    }

    private List<PublishedMinute> minutes(String meetingId) {
        return answers.foundOr(states.publishedMinutes(meetingId), List.of());
    }

    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Until when the minutes are over and their frames have had time to come. */
    private Instant settled(KnownMeeting meeting, Meeting counted, Instant from) {
        Instant last = counted.lastCapturedAt();
        Instant settled =
                meeting.ending().isPresent() ? minute(last).plus(GroupRule.MINUTE) : minute(last.minus(rule.settle()));
        return settled.isBefore(from) ? from : settled;
    }

    private List<PublishedMinute> due(KnownMeeting meeting, Instant from, Instant to, List<PublishedMinute> minutes) {
        Set<Instant> told = minutes.stream().map(PublishedMinute::start).collect(Collectors.toSet());
        Instant earliest = to.minus(GroupRule.MINUTE.multipliedBy(most));
        Instant first = from.isBefore(earliest) ? earliest : from;
        boolean all = Stream.iterate(first, start -> start.isBefore(to), start -> start.plus(GroupRule.MINUTE))
                .allMatch(told::contains);
        if (all) {
            return List.of();
        }
        SortedMap<String, Track> tracks = answers.meeting(digests.tracks(meeting.id()), meeting.id());
        Division division =
                Division.of(meeting.declaration().map(Declaration::groups).orElse(List.of()));
        Publication publication = new Publication(rule, division);
        List<PublishedMinute> due = new ArrayList<>();
        for (Instant start = first; start.isBefore(to); start = start.plus(PIECE)) {
            Instant end = start.plus(PIECE).isBefore(to) ? start.plus(PIECE) : to;
            Window window = publication.window(start, end);
            Map<String, Steps> steps = new TreeMap<>();
            tracks.forEach((id, track) -> steps.put(id, track.steps(window, Publication.fields())));
            publication.minutes(window, steps).stream()
                    .filter(minute -> !told.contains(minute.start()))
                    .forEach(due::add);
        }
        return due;
    }

    /** Returns when answers show them, or others of the same minutes that somebody else has published before. */
    private void publish(String meetingId, List<PublishedMinute> due) {
        List<CompletionStage<Void>> sent = due.stream()
                .map(minute -> publisher.published(meetingId, minute))
                .toList();
        sent.forEach(writes::acknowledged);
        Set<Instant> starts = due.stream().map(PublishedMinute::start).collect(Collectors.toSet());
        writes.shows(() -> minutes(meetingId).stream()
                .map(PublishedMinute::start)
                .collect(Collectors.toSet())
                .containsAll(starts));
    }
}
