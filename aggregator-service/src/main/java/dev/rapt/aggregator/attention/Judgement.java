package dev.rapt.aggregator.attention;

/**
 * What is said of one second with a face.
 *
 * @param facing whether the head is turned where it usually is
 * @param eyes whether the eyes were closed for longer than a blink; may settle later
 */
public record Judgement(Facing facing, EyeVerdict eyes) {}
