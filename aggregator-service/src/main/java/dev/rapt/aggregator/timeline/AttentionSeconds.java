package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.Eyes;
import dev.rapt.aggregator.attention.Facing;

/**
 * How much of a stretch of measured time a head was turned where it usually is, and the eyes were closed. A measured
 * second may be neither facing nor not: when no pose was measured.
 *
 * @param facing seconds within the person's own calm head pose
 * @param notFacing seconds turned elsewhere
 * @param eyesKnown seconds in which it could be told whether the eyes were closed
 * @param eyesClosed those of them in which they were
 */
public record AttentionSeconds(long facing, long notFacing, long eyesKnown, long eyesClosed) {

    /** No time at all. */
    public static final AttentionSeconds NONE = new AttentionSeconds(0, 0, 0, 0);

    AttentionSeconds plus(Second second) {
        return new AttentionSeconds(
                facing + (second.facing() == Facing.FACING ? 1 : 0),
                notFacing + (second.facing() == Facing.NOT_FACING ? 1 : 0),
                eyesKnown + (second.eyes() == Eyes.UNKNOWN ? 0 : 1),
                eyesClosed + (second.eyes() == Eyes.CLOSED ? 1 : 0));
    }

    /** Both together. */
    public AttentionSeconds plus(AttentionSeconds other) {
        return new AttentionSeconds(
                facing + other.facing,
                notFacing + other.notFacing,
                eyesKnown + other.eyesKnown,
                eyesClosed + other.eyesClosed);
    }

    /** Whether in any second it is known where the head was turned. */
    public boolean isFacingKnown() {
        return facing + notFacing > 0;
    }

    /** The share of the seconds with a pose that were facing, to the millionth. Only when it {@link #isFacingKnown()}. */
    public double facingShare() {
        return Seconds.share(facing, facing + notFacing);
    }

    /** The share of the known seconds in which the eyes were not closed, to the millionth. Only with known seconds. */
    public double eyesOpenShare() {
        return Seconds.share(eyesKnown - eyesClosed, eyesKnown);
    }
}
