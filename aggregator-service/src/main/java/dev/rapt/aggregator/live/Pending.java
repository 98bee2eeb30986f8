package dev.rapt.aggregator.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has changed of a meeting since it was last looked at.
 *
 * @param frames of each participant of whom a frame came, when the earliest of them was captured
 * @param event the earliest moment of which an event came
 * @param state whether something else is said of the meeting
 * @param since when the first of it came, by {@link System#nanoTime()}
 */
record Pending(Map<String, Instant> frames, Optional<Instant> event, boolean state, long since) {
    Pending {
        frames = Map.copyOf(frames);
    }

    boolean isEmpty() {
        return frames.isEmpty() && event.isEmpty() && !state;
    }

    /** Both. */
    Pending and(Pending other) {
        Map<String, Instant> both = new HashMap<>(frames);
        other.frames.forEach((who, at) -> both.merge(who, at, Pending::earlier));
        Optional<Instant> earliest =
                event.map(at -> other.event.map(o -> earlier(at, o)).orElse(at)).or(other::event);
        return new Pending(both, earliest, state || other.state, Math.min(since, other.since));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
