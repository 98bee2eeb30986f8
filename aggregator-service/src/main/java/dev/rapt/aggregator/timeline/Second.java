package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.Eyes;
import dev.rapt.aggregator.attention.Facing;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of one second of one participant.
 *
 * @param epochSecond which one, since the epoch
 * @param state whether a face was there
 * @param slot its frames, when they show a face; empty also for a measured second that only bridges two frames, whose
 *     judgement is that of the frames before
 * @param facing where the head was turned; unknown unless measured
 * @param eyes whether they were closed; unknown unless measured
 */
public record Second(long epochSecond, Seconds.State state, Optional<Slot> slot, Facing facing, Eyes eyes) {
    public Second {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(facing, "facing");
        Objects.requireNonNull(eyes, "eyes");
    }
}
