package dev.rapt.contracts;

import java.time.Duration;
import java.util.Map;

/**
 * How soon a compacted topic is rid of what was replaced or taken back, as long as something is appended to it now and
 * then: Kafka never compacts the segment that it appends to, and begins another only with an append. docs/erasure.md adds
 * the times up.
 *
 * @param segment after how long the next append begins a new segment
 * @param lag the longest until a record is looked at by the cleaner; as much longer than the segment as appends are apart
 * @param tombstones how long a record that takes something back, with the ids in its key, outlives the cleaning that
 *     obeyed it: the longest that a reader may be away and go on where it stopped
 */
public record Compaction(Duration segment, Duration lag, Duration tombstones) {

    /** What was taken back is gone within an hour, its keys too, and nearly always within 40 minutes. */
    public static final Compaction WITHIN_AN_HOUR =
            new Compaction(Duration.ofMinutes(5), Duration.ofMinutes(18), Duration.ofMinutes(15));

    public Compaction {
        if (segment.toMillis() <= 0 || tombstones.isNegative() || lag.compareTo(segment) <= 0) {
            throw new IllegalArgumentException(
                    "A segment is more than zero, the lag of compaction longer than a segment,"
                            + " and the time of tombstones not negative");
        }
    }

    /** Kafka's settings of a topic that is compacted so. */
    public Map<String, String> settings() {
        return Map.of(
                "cleanup.policy",
                "compact",
                "segment.ms",
                Long.toString(segment.toMillis()),
                "max.compaction.lag.ms",
                Long.toString(lag.toMillis()),
                "delete.retention.ms",
                Long.toString(tombstones.toMillis()));
    }
}
