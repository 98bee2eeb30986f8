package dev.rapt.aggregator.report;

import dev.rapt.aggregator.timeline.Resolution;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;

/** The steps that reports are made of. */
public final class FiveSeconds {

    /** How long they are. */
    public static final Resolution STEP = new Resolution(Duration.ofSeconds(5));

    private FiveSeconds() {}

    /**
     * The steps from that of a moment to that of another.
     *
     * @param most how many at most; of more, the last ones
     */
    public static Window around(Instant first, Instant last, int most) {
        Instant end = STEP.ceiling(last.plusMillis(1));
        Instant earliest = end.minus(STEP.length().multipliedBy(most));
        Instant start = STEP.floor(first);
        return new Window(start.isBefore(earliest) ? earliest : start, end, STEP);
    }

    /** The start of one of a window's steps, or the moment after the last. */
    public static Instant start(Window window, int step) {
        return window.from().plus(window.resolution().length().multipliedBy(step));
    }
}
