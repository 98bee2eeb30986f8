package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.display.DisplaySettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The steps of a window of one participant.
 *
 * @param spans all of them, in order; those without a frame too
 * @param baseline what the person is compared with, as it stands after the person's last frame
 */
public record Timeline(List<Span> spans, Baseline baseline) {
    public Timeline {
        spans = List.copyOf(spans);
        Objects.requireNonNull(baseline, "baseline");
    }

    /** Cuts a person's time into the steps of a window, with the display's usual settings. */
    public static Timeline of(Window window, AttentionRules rules, PersonScan.Source source) {
        return of(window, rules, DisplaySettings.DEFAULT, source);
    }

    /** Cuts a person's time into the steps of a window, in one pass over all of the person's buckets. */
    public static Timeline of(Window window, AttentionRules rules, DisplaySettings display, PersonScan.Source source) {
        Cutter cutter = new Cutter(window, display);
        Baseline baseline = PersonScan.scan(rules, source, cutter);
        return new Timeline(cutter.spans(), baseline);
    }

    private static final class Cutter implements PersonScan.Listener {
        private final Window window;
        private final long[][] tallies;
        private final Seconds[] seconds;
        private final AttentionSeconds[] attention;
        private final DisplayedSeconds[] displayed;
        private final LabelWatch labels;
        private final FacingWatch facing = new FacingWatch();

        Cutter(Window window, DisplaySettings display) {
            this.window = window;
            int steps = Math.toIntExact(window.steps());
            this.tallies = new long[steps][];
            this.seconds = new Seconds[steps];
            this.attention = new AttentionSeconds[steps];
            this.displayed = new DisplayedSeconds[steps];
            this.labels = new LabelWatch(display);
            Arrays.fill(displayed, DisplayedSeconds.NONE);
            Arrays.fill(seconds, Seconds.NONE);
            Arrays.fill(attention, AttentionSeconds.NONE);
        }

        @Override
        public void bucket(Bucket bucket) {
            long place = stepOf(bucket.start());
            if (isInside(place)) {
                int step = (int) place;
                if (tallies[step] == null) {
                    tallies[step] = new long[Sums.SIZE];
                }
                Tally.of(bucket).sums().addTo(tallies[step]);
            }
        }

        @Override
        public void second(Second second) {
            // Also before the window, because what is displayed depends on it
            Optional<Label> label = labels.second(second);
            Optional<Boolean> shownFacing = facing.second(second);
            long place = stepOf(Instant.ofEpochSecond(second.epochSecond()));
            if (isInside(place)) {
                int step = (int) place;
                seconds[step] = seconds[step].plus(second.state());
                attention[step] = attention[step].plus(second);
                displayed[step] = label.map(displayed[step]::plus).orElse(displayed[step]);
                displayed[step] = shownFacing.map(displayed[step]::plusFacing).orElse(displayed[step]);
            }
        }

        private boolean isInside(long step) {
            return step >= 0 && step < tallies.length;
        }

        private long stepOf(Instant moment) {
            return Math.floorDiv(
                    moment.toEpochMilli() - window.from().toEpochMilli(),
                    window.resolution().length().toMillis());
        }

        List<Span> spans() {
            List<Span> spans = new ArrayList<>(tallies.length);
            Instant start = window.from();
            for (int step = 0; step < tallies.length; step++) {
                Instant end = start.plus(window.resolution().length());
                Tally tally = tallies[step] == null ? Tally.ZERO : new Tally(Sums.owning(tallies[step]));
                // Before the first bucket and long after the last no second is told: nothing is known of them
                Seconds whole = seconds[step].upTo(window.resolution().length().toSeconds());
                spans.add(new Span(start, end, tally, whole, attention[step], displayed[step]));
                start = end;
            }
            return spans;
        }
    }
}
