package dev.rapt.aggregator.attention;

/** Whether a person's eyes were closed for longer than a blink. */
public enum Eyes {
    OPEN,
    CLOSED,
    /** They can't be judged: looking down, smiling, turned too far, too few frames, or no baseline. */
    UNKNOWN
}
