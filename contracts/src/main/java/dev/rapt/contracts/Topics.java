package dev.rapt.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics of Rapt and what they must be created with. All of them use LogAppendTime, because the time of capture is a
 * field of the events and a bot's wrong clock must not expire data. What they hold of people is gone within an hour of its
 * being written, or, of states, of its being taken back; docs/erasure.md says how that comes about.
 */
public final class Topics {

    /** Key {@code meetingId/participantId}, value {@link dev.rapt.contracts.v1.FaceCrop}. */
    public static final String FACE_CROPS = "face-crops";

    /** Key {@code meetingId}, value {@link dev.rapt.contracts.v1.FaceScore}. */
    public static final String FACE_SCORES = "face-scores";

    /** Key {@code meetingId}, value {@link dev.rapt.contracts.v1.MeetingEvent}; co-partitioned with the scores. */
    public static final String MEETING_LOG = "meeting-log";

    /**
     * Key {@code meetingId/kind/id}, value {@link dev.rapt.contracts.v1.MeetingState}, in the partition of {@link
     * Keys#partitionOf}; compacted, co-partitioned with the scores.
     */
    public static final String MEETING_STATE = "meeting-state";

    /** No key, value {@link dev.rapt.contracts.v1.DeadLetter}. */
    public static final String DEAD_LETTERS = "rapt-dead-letters";

    /** No key, value {@link dev.rapt.contracts.v1.AuditEntry}; one partition, so that all entries have one order. */
    public static final String AUDIT = "rapt-audit";

    /** How long the audit log is kept unless it is said otherwise: a year, and time to look at it. */
    public static final Duration AUDIT_RETENTION = Duration.ofDays(400);

    /** Two writers may still be finding out which of them was first, so the last minute is kept whole. */
    private static final Duration UNTOUCHED = Duration.ofMinutes(1);

    private Topics() {}

    /**
     * What one topic is created with.
     *
     * @param name the topic's name
     * @param partitions how many partitions, fixed at creation
     * @param config Kafka's topic settings
     */
    public record Spec(String name, int partitions, Map<String, String> config) {
        public Spec {
            config = Map.copyOf(config);
        }
    }

    /**
     * The topics to create.
     *
     * @param partitions the partitions of the topics that carry frames: 4 in the demo, 48 in production
     */
    public static List<Spec> specs(int partitions) {
        return specs(partitions, AUDIT_RETENTION);
    }

    /**
     * The topics to create.
     *
     * @param partitions the partitions of the topics that carry frames
     * @param auditRetention how long the audit log is kept
     */
    public static List<Spec> specs(int partitions, Duration auditRetention) {
        return List.of(
                new Spec(FACE_CROPS, partitions, settings(Duration.ofMinutes(15), Duration.ofMinutes(1))),
                new Spec(FACE_SCORES, partitions, settings(Duration.ofMinutes(45), Duration.ofMinutes(5))),
                new Spec(MEETING_LOG, partitions, settings(Duration.ofMinutes(45), Duration.ofMinutes(5))),
                new Spec(MEETING_STATE, partitions, states()),
                new Spec(DEAD_LETTERS, 1, settings(Duration.ofDays(7), Duration.ofDays(1))),
                new Spec(AUDIT, 1, settings(auditRetention, Duration.ofDays(7))));
    }

    private static Map<String, String> states() {
        Map<String, String> settings = new HashMap<>(Compaction.WITHIN_AN_HOUR.settings());
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("min.compaction.lag.ms", Long.toString(UNTOUCHED.toMillis()));
        return settings;
    }

    private static Map<String, String> settings(Duration retention, Duration segment) {
        return Map.of(
                "message.timestamp.type",
                "LogAppendTime",
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(retention.toMillis()),
                "segment.ms",
                Long.toString(segment.toMillis()));
    }
}
