package dev.rapt.demo.replay;

/**
 * The identity of a frame within the meeting.
 *
 * @param participantId who
 * @param capturedAtMs when, in milliseconds since the epoch
 */
public record FrameKey(String participantId, long capturedAtMs) {}
