package dev.rapt.aggregator.live;

/**
 * The five-second steps of one participant, without a gap from that of the first frame to that of the last. A step is
 * named by its number since the epoch. For one thread.
 */
public interface LiveRows {

    /** The first step. */
    long first();

    /** The step after the last. */
    long end();

    /** Whether there is a frame in this step. */
    boolean hasFrames(long step);

    /**
     * Whether the person's baseline was surely learnt before this step, so that what is said of the steps before no longer
     * changes with it.
     */
    boolean isLearntBefore(long step);

    /** The whole values of a step, as JSON on one line. */
    String row(long step);
}
