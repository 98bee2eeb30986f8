package dev.rapt.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A made-up meeting whose every figure follows from the participant's number and the step: the second participant is
 * away for a while, the third one's camera goes off in the middle, of the fourth nothing was ever measured. It grows.
 */
final class FakeMeeting {

    static final int STEP_SECONDS = 5;
    static final List<String> LABELS =
            List.of("neutral", "happy", "surprise", "sad", "fear", "disgust", "angry", "it-depends");

    private static final List<String> NAMES = List.of("Ada B.", "Bob", "Cleo", "Dan");
    private static final List<String> IDS = List.of("ada", "bob.b", "cleo", "dan");
    private static final int AWAY_FROM = 30;
    private static final int AWAY_TO = 40;

    final String id;
    final Instant first;
    private final int people;
    private final int camerasOffFrom;
    private volatile int steps;
    private volatile boolean attentionOnly;
    private volatile boolean onlyGroups;

    FakeMeeting(String id, int people, int steps, Instant first) {
        this.id = id;
        this.people = people;
        this.steps = steps;
        this.first = first;
        this.camerasOffFrom = steps / 2;
    }

    /** The same, but of attention only: nothing of it tells of expressions. */
    FakeMeeting ofAttention() {
        attentionOnly = true;
        return this;
    }

    boolean isOfAttention() {
        return attentionOnly;
    }

    /** The same, but in the group view: two groups, of which one is too small to be told of. */
    FakeMeeting inGroups() {
        onlyGroups = true;
        return this;
    }

    boolean isInGroups() {
        return onlyGroups;
    }

    int people() {
        return people;
    }

    int steps() {
        return steps;
    }

    /** One step more. */
    void grow() {
        steps++;
    }

    Instant last() {
        return first.plusSeconds((long) steps * STEP_SECONDS).minusMillis(300);
    }

    String participantId(int i) {
        return i < IDS.size() ? IDS.get(i) : "p%03d".formatted(i);
    }

    Optional<String> name(int i) {
        return i < NAMES.size() ? Optional.of(NAMES.get(i)) : Optional.of("Person " + i);
    }

    int indexOf(String participant) {
        return IntStream.range(0, people)
                .filter(i -> participantId(i).equals(participant))
                .findFirst()
                .orElse(-1);
    }

    Map<String, Object> listed() {
        Map<String, Object> meeting = new LinkedHashMap<>();
        meeting.put("id", id);
        meeting.put("participants", people);
        meeting.put("frames", (long) people * steps * 10);
        meeting.put("firstCapturedAt", first.plusMillis(200).toString());
        meeting.put("lastCapturedAt", last().toString());
        meeting.put("title", "Biology of " + id);
        meeting.put("labels", List.of("bio", "of " + id));
        meeting.put("declaredAt", null);
        meeting.put("endedAt", null);
        meeting.put("stale", false);
        if (onlyGroups) {
            meeting.put("participants", null);
            meeting.put("frames", null);
        }
        return meeting;
    }

    Map<String, Object> one() {
        Map<String, Object> meeting = listed();
        meeting.put("signals", attentionOnly ? "attention" : "attention+expression");
        meeting.put("activeSpeaker", speaker(0));
        meeting.put("view", onlyGroups ? "group" : "individual");
        if (onlyGroups) {
            Map<String, Object> groups = new LinkedHashMap<>();
            groups.put("front row", List.of());
            groups.put("back row", List.of());
            meeting.put("groups", groups);
            meeting.put("activeSpeaker", Map.of("state", "unknown"));
        }
        return meeting;
    }

    Map<String, Object> speaker(int i) {
        Map<String, Object> speaker = new LinkedHashMap<>();
        speaker.put("state", "speaking");
        speaker.put("participantId", participantId(i));
        speaker.put("name", name(i).orElse(null));
        speaker.put("since", first.plusSeconds(40).toString());
        speaker.put("source", "zoom-rtms");
        speaker.put("upperBound", false);
        return speaker;
    }

    Map<String, Object> participants() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", participantId(i));
            one.put("name", name(i).orElse(null));
            one.put("frames", steps * 10);
            one.put("firstCapturedAt", first.plusMillis(200).toString());
            one.put("lastCapturedAt", last().toString());
            one.put("camera", i == 2 ? "off" : "on");
            all.add(one);
        }
        Map<String, Object> participants = new LinkedHashMap<>();
        participants.put("meetingId", id);
        participants.put("participants", all);
        participants.put("next", null);
        return participants;
    }

    boolean measured(int i, int step) {
        return i != 3 && !away(i, step) && !(i == 2 && step >= camerasOffFrom);
    }

    boolean away(int i, int step) {
        return i == 1 && step >= AWAY_FROM && step < AWAY_TO;
    }

    static double index(int i, int step) {
        return Math.round((.5 + .4 * Math.sin((i * 7 + step) / 9.0)) * 1e6) / 1e6;
    }

    static String label(int i, int step) {
        return LABELS.get(List.of(0, 1, 7, 3).get((i + step / 6) % 4));
    }

    /** The step's field as the columns have it; null where nothing was measured. */
    Object field(String field, int i, int step) {
        boolean measured = measured(i, step);
        return switch (field) {
            case "frames" -> 10;
            case "measuredFrames" -> measured ? 10 : 0;
            case "measuredSeconds" -> measured ? STEP_SECONDS : 0;
            case "awaySeconds" -> away(i, step) ? STEP_SECONDS : 0;
            case "displayed" -> measured ? label(i, step) : null;
            case "engagementIndex" -> measured ? index(i, step) : null;
            case "facing" -> measured ? .8 : null;
            case "speakingShare" -> i == 0 ? .5 : null;
            case "valence" -> measured ? .1 : null;
            default -> measured ? .25 : null;
        };
    }

    /** A step as the live stream has it. */
    Map<String, Object> row(int i, int step) {
        boolean measured = measured(i, step);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("start", startOf(step).toString());
        row.put("end", startOf(step + 1).toString());
        for (String field :
                List.of("frames", "measuredFrames", "measuredSeconds", "awaySeconds", "displayed", "facing")) {
            row.put(field, field(field, i, step));
        }
        if (attentionOnly) {
            row.remove("displayed");
        }
        row.put("displayedFacing", measured ? true : null);
        row.put("engagement", engagement(measured ? index(i, step) : null));
        row.put(
                "speaking",
                i == 0 ? Map.of("seconds", 2.5, "share", .5, "source", "zoom-rtms", "upperBound", false) : null);
        return row;
    }

    Instant startOf(int step) {
        return first.plusSeconds((long) step * STEP_SECONDS);
    }

    /** The step in which a moment lies, within the meeting. */
    int stepOf(Instant moment) {
        long step = Math.floorDiv(moment.toEpochMilli() - first.toEpochMilli(), STEP_SECONDS * 1000L);
        return (int) Math.max(0, Math.min(steps, step));
    }

    /** A participant's range, or everybody's where i is negative, as summaries and pooled steps have it. */
    Map<String, Object> summary(int i, int from, int to) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        LABELS.forEach(label -> labels.put(label, 0));
        double sum = 0;
        int count = 0;
        int away = 0;
        int seconds = 0;
        for (int person = i < 0 ? 0 : i; person < (i < 0 ? people : i + 1); person++) {
            for (int step = from; step < to; step++) {
                seconds += STEP_SECONDS;
                if (measured(person, step)) {
                    labels.merge(label(person, step), 1, Integer::sum);
                    sum += index(person, step);
                    count++;
                } else if (away(person, step)) {
                    away += STEP_SECONDS;
                }
            }
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("meetingId", id);
        summary.put("participantId", i < 0 ? null : participantId(i));
        summary.put("displayedShares", count == 0 ? null : shares(labels, count));
        summary.put("engagement", engagement(count == 0 ? null : Math.round(sum / count * 1e6) / 1e6));
        summary.put("facing", count == 0 ? null : .8);
        summary.put("expressiveness", count == 0 ? null : .31);
        summary.put("valence", count == 0 ? null : .1);
        summary.put("arousal", count == 0 ? null : -.05);
        summary.put("eyesKnownSeconds", count * 3);
        summary.put("eyesClosedSeconds", count == 0 ? null : 0);
        summary.put("measuredSeconds", count * STEP_SECONDS);
        summary.put("awaySeconds", away);
        summary.put("unmeasuredSeconds", seconds - away - count * STEP_SECONDS);
        summary.put("coverage", seconds == 0 ? 0 : (count * STEP_SECONDS + away) / (double) seconds);
        summary.put("speaking", null);
        if (attentionOnly) {
            List.of("displayedShares", "expressiveness", "valence", "arousal").forEach(summary::remove);
        }
        return summary;
    }

    private static Map<String, Object> shares(Map<String, Integer> labels, int count) {
        Map<String, Object> shares = new LinkedHashMap<>();
        labels.forEach((label, n) -> shares.put(label, Math.round(n * 1e6 / count) / 1e6));
        return shares;
    }

    private static Map<String, Object> engagement(Double index) {
        Map<String, Object> engagement = new LinkedHashMap<>();
        engagement.put("index", index);
        engagement.put("version", "1");
        engagement.put(
                "components",
                index == null
                        ? List.of()
                        : List.of(
                                Map.of("name", "facing", "value", .9, "weight", .7),
                                Map.of("name", "eyes", "value", .8, "weight", .3)));
        return engagement;
    }
}
