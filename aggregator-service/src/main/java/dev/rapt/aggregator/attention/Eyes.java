package dev.rapt.aggregator.attention;

/** Whether a person's eyes were closed for longer than a blink. */
public enum Eyes {
    OPEN,
    CLOSED,
    /** They can't be judged: turned elsewhere or too far, looking down, smiling, too few frames, or no baseline. */
    UNKNOWN
}
