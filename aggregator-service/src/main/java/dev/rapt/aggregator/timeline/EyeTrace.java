package dev.rapt.aggregator.timeline;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Eye openness frame by frame, one byte each, because "closed" is a matter of neighbouring frames: 0 where no eyes were
 * measured, else {@code 1 + floor(250 x + ½)}, at most 255. In the order of the frames' {@link Offsets}.
 */
final class EyeTrace {

    static final EyeTrace NONE = new EyeTrace(new byte[0]);

    private static final double STEPS = 250;
    private static final int MOST = 255;

    private final byte[] frames;

    private EyeTrace(byte[] frames) {
        this.frames = frames;
    }

    /** The trace of these bytes. */
    static EyeTrace of(byte[] frames) {
        return new EyeTrace(frames.clone());
    }

    /** Of so many frames of which nothing is known. */
    static EyeTrace unknown(int frames) {
        return new EyeTrace(new byte[frames]);
    }

    static byte byteOf(Observation observation) {
        return observation.finding() instanceof Measured measured
                ? (byte) Math.min(MOST, 1 + Math.round(measured.figures().get(Figure.EYE_OPENNESS.ordinal()) * STEPS))
                : 0;
    }

    int size() {
        return frames.length;
    }

    byte at(int frame) {
        return frames[frame];
    }

    OptionalDouble openness(int frame) {
        int value = frames[frame] & 0xFF;
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of((value - 1) / STEPS);
    }

    /** With one more frame at that place. */
    EyeTrace with(int place, byte frame) {
        byte[] grown = Arrays.copyOf(frames, frames.length + 1);
        System.arraycopy(frames, place, grown, place + 1, frames.length - place);
        grown[place] = frame;
        return new EyeTrace(grown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EyeTrace trace && Arrays.equals(frames, trace.frames);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(frames);
    }

    @Override
    public String toString() {
        return Arrays.toString(frames);
    }
}
