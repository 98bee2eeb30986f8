package dev.rapt.aggregator.timeline;

import java.time.Instant;

/**
 * A stretch of time cut into steps, from the start of a step to the end of one.
 *
 * @param from its first moment
 * @param to the moment after its last
 * @param resolution how long its steps are
 */
public record Window(Instant from, Instant to, Resolution resolution) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window ends after it begins");
        }
        if (!from.equals(resolution.floor(from)) || !to.equals(resolution.floor(to))) {
            throw new IllegalArgumentException("A window begins and ends with a step");
        }
    }

    /** The smallest window of whole steps around these moments. */
    public static Window around(Instant from, Instant to, Resolution resolution) {
        return new Window(resolution.floor(from), resolution.ceiling(to), resolution);
    }

    /** How many steps it has. */
    public long steps() {
        return (to.toEpochMilli() - from.toEpochMilli()) / resolution.length().toMillis();
    }
}
