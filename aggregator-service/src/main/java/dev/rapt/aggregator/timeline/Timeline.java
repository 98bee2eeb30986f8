package dev.rapt.aggregator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Cuts the buckets of one participant into the steps of a window, in one pass, holding a minute of them at most. */
public final class Timeline {

    private final Window window;
    private final long[][] tallies;
    private final Seconds[] seconds;

    private Timeline(Window window) {
        this.window = window;
        int steps = Math.toIntExact(window.steps());
        this.tallies = new long[steps][];
        this.seconds = new Seconds[steps];
        Arrays.fill(seconds, Seconds.NONE);
    }

    /**
     * The steps of the window, all of them, in order; those without a frame too.
     *
     * @param buckets those that start from {@link Window#readFrom()} to before {@link Window#readTo()}, in order
     */
    public static List<Span> of(Window window, Iterator<Bucket> buckets) {
        Timeline timeline = new Timeline(window);
        Presence presence = new Presence(window.readFrom().getEpochSecond(), timeline::second);
        while (buckets.hasNext()) {
            Bucket bucket = buckets.next();
            presence.accept(bucket);
            timeline.count(bucket);
        }
        presence.finish(window.readTo());
        return timeline.spans();
    }

    /**
     * How much of the time from the second of the first frame to that of the last a participant was measured.
     *
     * @param first when the first frame was captured
     * @param last when the last was
     * @param buckets all there are between them, in order
     */
    public static Seconds seconds(Instant first, Instant last, Iterator<Bucket> buckets) {
        Seconds[] total = {Seconds.NONE};
        long from = first.getEpochSecond();
        long to = last.getEpochSecond();
        Presence presence = new Presence(Bucket.startOf(first).getEpochSecond(), (second, state) -> {
            if (second >= from && second <= to) {
                total[0] = total[0].plus(state);
            }
        });
        Instant end = Bucket.startOf(last).plus(Bucket.LENGTH);
        while (buckets.hasNext()) {
            presence.accept(buckets.next());
        }
        presence.finish(end);
        return total[0];
    }

    private void count(Bucket bucket) {
        int step = stepOf(bucket.start());
        if (step >= 0 && step < tallies.length) {
            if (tallies[step] == null) {
                tallies[step] = new long[Sums.SIZE];
            }
            Tally.of(bucket).sums().addTo(tallies[step]);
        }
    }

    private void second(long epochSecond, Seconds.State state) {
        int step = stepOf(Instant.ofEpochSecond(epochSecond));
        if (step >= 0 && step < seconds.length) {
            seconds[step] = seconds[step].plus(state);
        }
    }

    private int stepOf(Instant moment) {
        return (int) Math.floorDiv(
                moment.toEpochMilli() - window.from().toEpochMilli(),
                window.resolution().length().toMillis());
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>(tallies.length);
        Instant start = window.from();
        for (int step = 0; step < tallies.length; step++) {
            Instant end = start.plus(window.resolution().length());
            Tally tally = tallies[step] == null ? Tally.ZERO : new Tally(Sums.owning(tallies[step]));
            spans.add(new Span(start, end, tally, seconds[step]));
            start = end;
        }
        return spans;
    }
}
