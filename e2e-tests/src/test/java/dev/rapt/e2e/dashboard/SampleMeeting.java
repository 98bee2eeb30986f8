package dev.rapt.e2e.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A minute of three people, in the API's shapes: one who walks away for 15 s, one whose camera goes off for 20 s, and
 * one of whom nothing was ever measured.
 */
final class SampleMeeting {

    static final String ID = "Stand-up:1";
    static final String LEAVES = "anna";
    static final String CAMERA_OFF = "ben.b";
    static final String NEVER_MEASURED = "cleo";
    static final Instant FIRST = Instant.parse("2026-03-02T09:00:00.200Z");
    static final Instant LAST = Instant.parse("2026-03-02T09:00:59.700Z");

    private static final List<String> EXPRESSIONS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
    private static final Duration BUCKET = Duration.ofSeconds(5);
    private static final int BUCKETS = 12;

    private enum State {
        MEASURED,
        AWAY,
        UNMEASURED
    }

    private SampleMeeting() {}

    static Map<String, Object> meetings() {
        Map<String, Object> earlier = new LinkedHashMap<>(meeting());
        earlier.putAll(Map.of(
                "id",
                "earlier",
                "lastCapturedAt",
                FIRST.minusSeconds(3600).toString(),
                "firstCapturedAt",
                FIRST.minusSeconds(4000).toString()));
        return Map.of("meetings", List.of(earlier, meeting()));
    }

    static Map<String, Object> participants() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String id : List.of(LEAVES, CAMERA_OFF, NEVER_MEASURED)) {
            Map<String, Object> one = new LinkedHashMap<>(summary(id));
            one.put("id", id);
            one.put("name", id.equals(LEAVES) ? "Anna B." : null);
            all.add(one);
        }
        return Map.of("meetingId", ID, "participants", all);
    }

    static Map<String, Object> timeline(String participant, Instant from, Instant to) {
        List<Map<String, Object>> buckets = new ArrayList<>();
        for (Instant start = from; start.isBefore(to); start = start.plus(BUCKET)) {
            buckets.add(bucket(participant, start));
        }
        Map<String, Object> timeline = new LinkedHashMap<>();
        timeline.put("meetingId", ID);
        timeline.put("participantId", participant);
        timeline.put("from", from.toString());
        timeline.put("to", to.toString());
        timeline.put("resolution", "5s");
        timeline.put("buckets", buckets);
        return timeline;
    }

    static Map<String, Object> summary(String participant) {
        int measured = count(participant, State.MEASURED);
        int away = count(participant, State.AWAY);
        int unmeasured = count(participant, State.UNMEASURED);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("meetingId", ID);
        summary.put("participantId", participant);
        summary.put("frames", 10 * BUCKETS);
        summary.put("measuredFrames", 10 * measured);
        summary.put("absentFrames", 10 * (BUCKETS - measured));
        summary.put("skippedFrames", 0);
        summary.put("firstCapturedAt", FIRST.toString());
        summary.put("lastCapturedAt", LAST.toString());
        summary.put("measuredSeconds", 5.0 * measured);
        summary.put("awaySeconds", 5.0 * away);
        summary.put("unmeasuredSeconds", 5.0 * unmeasured);
        summary.put("presence", measured / (double) BUCKETS);
        summary.put("expressions", measured == 0 ? null : expressions());
        summary.put("labels", measured == 0 ? null : labels());
        summary.put("displayedShares", measured == 0 ? null : labels());
        summary.put("dominant", measured == 0 ? null : "it-depends");
        summary.put("speaking", speaking(participant));
        summary.putAll(attention(measured));
        summary.put("baseline", baseline(measured));
        return summary;
    }

    /** Of five seconds with a face, four are facing, and the eyes can be judged in three. */
    private static Map<String, Object> attention(int buckets) {
        Map<String, Object> attention = new LinkedHashMap<>();
        attention.put("facingSeconds", buckets == 0 ? null : 4 * buckets);
        attention.put("notFacingSeconds", buckets == 0 ? null : buckets);
        attention.put("facing", buckets == 0 ? null : 0.8);
        attention.put("eyesKnownSeconds", 3 * buckets);
        attention.put("eyesClosedSeconds", buckets == 0 ? null : 0);
        return attention;
    }

    private static Map<String, Object> baseline(int buckets) {
        Map<String, Object> baseline = new LinkedHashMap<>();
        baseline.put("state", "provisional");
        baseline.put("measuredSeconds", 5 * buckets);
        baseline.put("yaw", buckets == 0 ? null : -3.5);
        baseline.put("pitch", buckets == 0 ? null : 2.25);
        baseline.put("eyeOpenness", buckets == 0 ? null : .288);
        baseline.put("furtherPoses", List.of());
        return baseline;
    }

    static Map<String, Object> oneMeeting() {
        Map<String, Object> meeting = new LinkedHashMap<>(meeting());
        meeting.put(
                "activeSpeaker",
                Map.of(
                        "state",
                        "speaking",
                        "participantId",
                        LEAVES,
                        "name",
                        "Anna B.",
                        "since",
                        FIRST.plusSeconds(40).toString(),
                        "source",
                        "zoom-rtms",
                        "upperBound",
                        false));
        return meeting;
    }

    private static Map<String, Object> meeting() {
        Map<String, Object> meeting = new LinkedHashMap<>();
        meeting.put("id", ID);
        meeting.put("participants", 3);
        meeting.put("frames", 3 * 10 * BUCKETS);
        meeting.put("firstCapturedAt", FIRST.toString());
        meeting.put("lastCapturedAt", LAST.toString());
        return meeting;
    }

    /** One as a bot that reports silence says, one as another, and of one nobody says anything. */
    private static Map<String, Object> speaking(String participant) {
        return switch (participant) {
            case LEAVES -> Map.of("seconds", 15.2, "share", 0.2533, "source", "zoom-rtms", "upperBound", false);
            case CAMERA_OFF -> Map.of("seconds", 30.0, "share", 0.5, "source", "recall", "upperBound", true);
            default -> null;
        };
    }

    private static int count(String participant, State state) {
        int found = 0;
        for (int i = 0; i < BUCKETS; i++) {
            found += state(participant, i) == state ? 1 : 0;
        }
        return found;
    }

    private static State state(String participant, int bucket) {
        return switch (participant) {
            case LEAVES -> bucket >= 5 && bucket < 8 ? State.AWAY : State.MEASURED;
            case CAMERA_OFF -> bucket >= 3 && bucket < 7 ? State.UNMEASURED : State.MEASURED;
            default -> State.UNMEASURED;
        };
    }

    private static Map<String, Object> bucket(String participant, Instant start) {
        State state = state(participant, (int) ((start.getEpochSecond() - FIRST.getEpochSecond()) / 5));
        boolean measured = state == State.MEASURED;
        Map<String, Object> bucket = new LinkedHashMap<>();
        bucket.put("start", start.toString());
        bucket.put("end", start.plus(BUCKET).toString());
        bucket.put("frames", 10);
        bucket.put("measuredFrames", measured ? 10 : 0);
        bucket.put("absentFrames", measured ? 0 : 10);
        bucket.put("skippedFrames", 0);
        bucket.put("measuredSeconds", measured ? 5.0 : 0.0);
        bucket.put("awaySeconds", state == State.AWAY ? 5.0 : 0.0);
        bucket.put("unmeasuredSeconds", state == State.UNMEASURED ? 5.0 : 0.0);
        bucket.put("coverage", state == State.UNMEASURED ? 0.0 : 1.0);
        bucket.put("expressions", measured ? expressions() : null);
        bucket.put("labels", measured ? labels() : null);
        bucket.put("dominant", measured ? "happy" : null);
        bucket.put("displayed", measured ? "happy" : null);
        bucket.put("displayedShares", measured ? labels() : null);
        bucket.put("confidence", measured ? 0.97 : null);
        bucket.put("mouthOpenness", measured ? 0.1 : null);
        bucket.put("eyeOpenness", measured ? 0.3 : null);
        bucket.putAll(attention(measured ? 1 : 0));
        return bucket;
    }

    /** Means that no rounding makes equal to a share. */
    private static Map<String, Object> expressions() {
        Map<String, Object> means = new LinkedHashMap<>();
        EXPRESSIONS.forEach(expression -> means.put(expression, 0.04));
        means.put("happy", 0.5031);
        means.put("neutral", 0.2969);
        return means;
    }

    private static Map<String, Object> labels() {
        Map<String, Object> shares = new LinkedHashMap<>();
        EXPRESSIONS.forEach(expression -> shares.put(expression, 0.0));
        shares.put("happy", 0.3125);
        shares.put("neutral", 0.2833);
        shares.put("sad", 0.0042);
        shares.put("it-depends", 0.4);
        return shares;
    }
}
