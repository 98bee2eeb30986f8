package dev.rapt.aggregator.attention;

/** Whether a head is turned where this person usually turns it. Nothing is said about where the eyes look. */
public enum Facing {
    FACING,
    NOT_FACING,
    /** No pose was measured. */
    UNKNOWN
}
