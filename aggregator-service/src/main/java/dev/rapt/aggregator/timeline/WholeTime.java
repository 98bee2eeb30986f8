package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Baseline;
import java.time.Instant;
import java.util.Objects;

/**
 * A participant's time from the second of the first frame to that of the last.
 *
 * @param seconds how much of it was measured, away or neither
 * @param attention how much of the measured part was facing, and with closed eyes
 * @param baseline what the person is compared with, as it stands at the end
 */
public record WholeTime(Seconds seconds, AttentionSeconds attention, Baseline baseline) {
    public WholeTime {
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(attention, "attention");
        Objects.requireNonNull(baseline, "baseline");
    }

    /**
     * All of a person's time.
     *
     * @param first when the first frame was captured
     * @param last when the last was
     */
    public static WholeTime of(Instant first, Instant last, AttentionRules rules, PersonScan.Source source) {
        Counter counter = new Counter(first.getEpochSecond(), last.getEpochSecond());
        Baseline baseline = PersonScan.scan(rules, source, counter);
        return new WholeTime(counter.seconds, counter.attention, baseline);
    }

    private static final class Counter implements PersonScan.Listener {
        private final long from;
        private final long to;
        private Seconds seconds = Seconds.NONE;
        private AttentionSeconds attention = AttentionSeconds.NONE;

        Counter(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void second(Second second) {
            if (second.epochSecond() >= from && second.epochSecond() <= to) {
                seconds = seconds.plus(second.state());
                attention = attention.plus(second);
            }
        }
    }
}
