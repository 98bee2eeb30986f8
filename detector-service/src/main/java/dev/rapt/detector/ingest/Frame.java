package dev.rapt.detector.ingest;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A frame as it came in, its header judged and its picture not yet decoded. The array is shared, not copied.
 *
 * @param capturedAt when the camera took it, in milliseconds since the epoch, by the sender's clock
 * @param receivedAt when it came in, in milliseconds since the epoch, by this process's clock
 * @param sequence the sender's own numbering, diagnostic only
 * @param traceParent W3C trace context, empty when there was none
 */
public record Frame(
        ParticipantKey participant,
        long capturedAt,
        long receivedAt,
        OptionalLong sequence,
        String traceParent,
        byte[] picture) {

    public Frame {
        Objects.requireNonNull(participant);
        Objects.requireNonNull(sequence);
        Objects.requireNonNull(traceParent);
        Objects.requireNonNull(picture);
    }

    /** Never the picture, so that it can't get into a log by accident. */
    @Override
    public String toString() {
        return "Frame[" + participant + ", capturedAt=" + capturedAt + ", " + picture.length + " bytes]";
    }
}
