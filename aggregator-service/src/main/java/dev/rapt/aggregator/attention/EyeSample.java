package dev.rapt.aggregator.attention;

/**
 * The eyes in one frame.
 *
 * @param atMillis when it was captured, in milliseconds since the epoch
 * @param openness height over width, mean of both eyes
 */
public record EyeSample(long atMillis, double openness) {}
