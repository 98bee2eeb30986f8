package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.display.DisplaySettings;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A participant's time from the second of the first frame to that of the last.
 *
 * @param seconds how much of it was measured, away or neither
 * @param attention how much of the measured part was facing, and with closed eyes
 * @param displayed for how long which label was displayed
 * @param baseline what the person is compared with, as it stands at the end
 */
public record WholeTime(Seconds seconds, AttentionSeconds attention, DisplayedSeconds displayed, Baseline baseline) {
    public WholeTime {
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(attention, "attention");
        Objects.requireNonNull(displayed, "displayed");
        Objects.requireNonNull(baseline, "baseline");
    }

    /** All of a person's time, with the display's usual settings. */
    public static WholeTime of(Instant first, Instant last, AttentionRules rules, PersonScan.Source source) {
        return of(first, last, rules, DisplaySettings.DEFAULT, source);
    }

    /**
     * All of a person's time.
     *
     * @param first when the first frame was captured
     * @param last when the last was
     */
    public static WholeTime of(
            Instant first, Instant last, AttentionRules rules, DisplaySettings display, PersonScan.Source source) {
        Counter counter = new Counter(first.getEpochSecond(), last.getEpochSecond(), display);
        Baseline baseline = PersonScan.scan(rules, source, counter);
        // Of a long hole not every second is told
        long all = last.getEpochSecond() - first.getEpochSecond() + 1;
        return new WholeTime(counter.seconds.upTo(all), counter.attention, counter.displayed, baseline);
    }

    private static final class Counter implements PersonScan.Listener {
        private final long from;
        private final long to;
        private Seconds seconds = Seconds.NONE;
        private final LabelWatch labels;
        private AttentionSeconds attention = AttentionSeconds.NONE;
        private DisplayedSeconds displayed = DisplayedSeconds.NONE;

        Counter(long from, long to, DisplaySettings display) {
            this.labels = new LabelWatch(display);
            this.from = from;
            this.to = to;
        }

        @Override
        public void second(Second second) {
            Optional<Label> label = labels.second(second);
            if (second.epochSecond() >= from && second.epochSecond() <= to) {
                seconds = seconds.plus(second.state());
                attention = attention.plus(second);
                displayed = label.map(displayed::plus).orElse(displayed);
            }
        }
    }
}
