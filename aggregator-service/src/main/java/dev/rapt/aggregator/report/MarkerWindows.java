package dev.rapt.aggregator.report;

import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * The steps of five seconds that belong to a marker, and those just before it. A step belongs to where its middle is, so
 * every step belongs to one of the two at most and each end is at most 2.5 s off; a marker without a step's middle has the
 * step that holds its own.
 *
 * @param marker during it
 * @param baseline before it, without a gap
 */
public record MarkerWindows(Window marker, Window baseline) {

    private static final Resolution STEP = FiveSeconds.STEP;
    private static final Duration HALF = STEP.length().dividedBy(2);

    /** Those of a marker with a baseline of that length, rounded up to whole steps. */
    public static MarkerWindows of(Marker marker, Duration baseline) {
        Instant from = STEP.ceiling(marker.start().minus(HALF));
        Instant to = STEP.ceiling(marker.end().minus(HALF));
        if (!from.isBefore(to)) {
            Duration length = Duration.between(marker.start(), marker.end());
            from = STEP.floor(marker.start().plus(length.dividedBy(2)));
            to = from.plus(STEP.length());
        }
        return new MarkerWindows(new Window(from, to, STEP), new Window(STEP.floor(from.minus(baseline)), from, STEP));
    }
}
