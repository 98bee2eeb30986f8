package dev.rapt.aggregator.live;

import dev.rapt.aggregator.live.Changes.Place;
import dev.rapt.aggregator.live.Message.Event;
import dev.rapt.meeting.Signals;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a meeting's listeners are to know: finds out which rows differ from what was told before, however they came to, and
 * writes what is new after a version. For one thread.
 */
final class Board {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String NO_NAME = "null";

    /** Something of which there is one in a meeting, and the version in which it came to be so. */
    private record Known(long version, String json) {
        static final Known NOTHING = new Known(0, "");

        Known now(String latest, long at) {
            return latest.equals(json) ? this : new Known(at, latest);
        }
    }

    private final String meetingId;
    private final int helloSteps;
    private final int maxRows;
    private final Signals signals;
    private final Changes changes = new Changes();
    private final Map<String, SentRows> sent = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> believed = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final SortedMap<String, Long> gone = new TreeMap<>();
    private long version;
    private long untold;
    private long reached;
    private Known speaker = Known.NOTHING;
    private Known markers = Known.NOTHING;
    private Known ended = Known.NOTHING;
    private Known measuring = Known.NOTHING;

    /**
     * A board that shows the meeting as it is.
     *
     * @param helloSteps how many of each participant's newest steps somebody new gets
     * @param maxRows the most rows in one message
     */
    Board(String meetingId, int helloSteps, int maxRows, LiveMeeting meeting) {
        this.meetingId = meetingId;
        this.helloSteps = helloSteps;
        this.maxRows = maxRows;
        this.signals = meeting.signals();
        lookAround(meeting, 0);
        for (String participant : meeting.participants()) {
            believed.put(participant, meeting.believed(participant));
            meeting.rows(participant).ifPresent(rows -> reached = Math.max(reached, rows.end() - 1));
        }
    }

    long version() {
        return version;
    }

    /** Whether what stands here was written under what the meeting shows now; else nothing of it may be told. */
    boolean shows(LiveMeeting meeting) {
        return signals == meeting.signals();
    }

    /** Takes in what has changed. */
    void update(LiveMeeting meeting, Pending pending) {
        long next = version + 1;
        lookAround(meeting, next);
        long reaches = reached;
        boolean differs = speaker.version() == next
                || markers.version() == next
                || ended.version() == next
                || gone.containsValue(next)
                || measuring.version() == next;
        for (String participant : concerned(meeting, pending)) {
            Optional<LiveRows> rows = meeting.rows(participant);
            if (rows.isPresent()) {
                differs |= update(participant, rows.get(), from(meeting, pending, participant, rows.get()), next);
                reaches = Math.max(reaches, rows.get().end() - 1);
            }
        }
        reached = reaches;
        version = differs ? next : version;
        // Nobody gets more in one message; kept for those who don't read, they would fill the memory
        untold = Math.max(untold, changes.keepNewest(maxRows));
    }

    /** What is new after this version; nothing if nothing is. */
    List<Event> since(long seen, EventId id) {
        List<Event> events = new ArrayList<>();
        List<String> left = gone.keySet().stream()
                .filter(participant -> gone.get(participant) > seen)
                .toList();
        if (!left.isEmpty()) {
            events.add(new Event("gone", Optional.empty(), Writing.gone(meetingId, left)));
        }
        SortedMap<Place, String> rows = changes.since(seen);
        if (seen < untold) {
            events.add(reset(id, "too-much"));
        } else if (!rows.isEmpty() || speaker.version() > seen) {
            events.add(
                    new Event("buckets", Optional.of(id), Writing.rows(meetingId, rows, this::name, speaker.json())));
        }
        events.addAll(rest(seen));
        return events;
    }

    /** What somebody new gets. */
    List<Event> hello(LiveMeeting meeting, EventId id) {
        SortedMap<Place, String> rows = new TreeMap<>();
        for (String participant : meeting.participants()) {
            meeting.rows(participant)
                    .ifPresent(all -> put(rows, participant, all, Math.max(all.first(), all.end() - helloSteps)));
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event("hello", Optional.of(id), Writing.rows(meetingId, rows, this::name, speaker.json())));
        events.addAll(rest(-1));
        return events;
    }

    /** What somebody gets who was here before and missed this. */
    List<Event> missed(LiveMeeting meeting, Pending missed, EventId id) {
        if (meeting.lacksSomebody()) {
            return anew(meeting, id, "participant-erased");
        }
        SortedMap<Place, String> rows = new TreeMap<>();
        for (String participant : concerned(meeting, missed)) {
            meeting.rows(participant)
                    .ifPresent(all -> put(rows, participant, all, missedFrom(meeting, all, missed, participant)));
        }
        if (rows.size() > maxRows) {
            return anew(meeting, id, "too-much");
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event("buckets", Optional.of(id), Writing.rows(meetingId, rows, this::name, speaker.json())));
        events.addAll(rest(-1));
        return events;
    }

    /** What somebody gets of whom nobody can say what they missed. */
    List<Event> anew(LiveMeeting meeting, EventId id, String reason) {
        List<Event> events = new ArrayList<>();
        events.add(reset(id, reason));
        events.addAll(hello(meeting, id));
        return events;
    }

    Event erased() {
        return new Event("erased", Optional.empty(), Writing.erased(meetingId));
    }

    void forgetUntil(long seenByAll) {
        changes.forgetUntil(seenByAll);
        gone.values().removeIf(at -> at <= seenByAll);
    }

    private Event reset(EventId id, String reason) {
        return new Event("reset", Optional.of(id), Writing.reset(meetingId, reason));
    }

    private List<Event> rest(long seen) {
        List<Event> events = new ArrayList<>();
        if (measuring.version() > seen && !measuring.json().isEmpty()) {
            events.add(new Event("measuring", Optional.empty(), measuring.json()));
        }
        if (markers.version() > seen) {
            events.add(new Event("markers", Optional.empty(), Writing.markers(meetingId, markers.json())));
        }
        if (ended.version() > seen && !ended.json().isEmpty()) {
            events.add(new Event("ended", Optional.empty(), Writing.ended(meetingId, ended.json())));
        }
        return events;
    }

    private void lookAround(LiveMeeting meeting, long at) {
        speaker = speaker.now(meeting.activeSpeaker(), at);
        markers = markers.now(meeting.markers(), at);
        measuring = measuring.now(meeting.measuring(), at);
        ended = ended.now(meeting.endedAt().map(MILLIS::format).orElse(""), at);
        List<String> now = meeting.participants();
        for (String participant : now) {
            names.put(participant, meeting.name(participant));
            gone.remove(participant);
        }
        present.removeAll(now);
        present.forEach(participant -> forget(participant, at));
        present.clear();
        present.addAll(now);
    }

    private void forget(String participant, long at) {
        gone.put(participant, at);
        names.remove(participant);
        believed.remove(participant);
        sent.remove(participant);
        changes.forget(participant);
    }

    // Where a bot tells who speaks, every frame and every event moves the end of what is known of everybody
    private Collection<String> concerned(LiveMeeting meeting, Pending pending) {
        return meeting.sourcesOfSpeech() > 0
                ? meeting.participants()
                : pending.frames().keySet();
    }

    private long from(LiveMeeting meeting, Pending pending, String participant, LiveRows rows) {
        long from = fromFrames(pending, participant, rows);
        if (meeting.sourcesOfSpeech() == 0) {
            return from;
        }
        String source = meeting.believed(participant);
        boolean another = !source.equals(believed.put(participant, source));
        long told =
                pending.event().map(at -> Math.min(reached, Reach.stepOf(at))).orElse(reached);
        return another ? rows.first() : Math.min(from, told);
    }

    private boolean update(String participant, LiveRows rows, long from, long next) {
        boolean differs = false;
        SentRows before = sent.computeIfAbsent(participant, p -> new SentRows());
        for (long step = Math.max(from, rows.first()); step < rows.end(); step++) {
            String row = rows.row(step);
            if (before.differs(step, row)) {
                changes.put(new Place(participant, step), next, row);
                differs = true;
            }
        }
        return differs;
    }

    private static long fromFrames(Pending pending, String participant, LiveRows rows) {
        return Optional.ofNullable(pending.frames().get(participant))
                .map(at -> Reach.from(rows, Reach.stepOf(at)))
                .orElse(rows.end());
    }

    private static long missedFrom(LiveMeeting meeting, LiveRows rows, Pending missed, String participant) {
        long from = fromFrames(missed, participant, rows);
        if (meeting.sourcesOfSpeech() == 0) {
            return from;
        }
        if (meeting.sourcesOfSpeech() > 1 && missed.event().isPresent()) {
            // Another of them may be believed since
            return rows.first();
        }
        long newest = Math.min(from, rows.end() - 1);
        return missed.event().map(at -> Math.min(newest, Reach.stepOf(at))).orElse(newest);
    }

    private static void put(SortedMap<Place, String> to, String participant, LiveRows rows, long from) {
        for (long step = Math.max(from, rows.first()); step < rows.end(); step++) {
            to.put(new Place(participant, step), rows.row(step));
        }
    }

    private String name(String participant) {
        return names.getOrDefault(participant, NO_NAME);
    }
}
