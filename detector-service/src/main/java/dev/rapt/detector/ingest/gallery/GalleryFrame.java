package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.ParticipantKey;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A composite as it came in, judged and not yet decoded. The array is shared, not copied.
 *
 * @param capturedAt when it was taken, in milliseconds since the epoch, by the sender's clock
 * @param receivedAt when it came in, in milliseconds since the epoch, by this process's clock
 * @param sequence the sender's own numbering, diagnostic only
 * @param traceParent W3C trace context, empty when there was none
 * @param layout who is where, when the sender knows, as the sender names them
 */
public record GalleryFrame(
        String meetingId,
        long capturedAt,
        long receivedAt,
        OptionalLong sequence,
        String traceParent,
        Optional<Layout> layout,
        byte[] picture) {

    private static final byte[] NO_PICTURE = {};

    public GalleryFrame {
        Objects.requireNonNull(meetingId);
        Objects.requireNonNull(sequence);
        Objects.requireNonNull(traceParent);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(picture);
    }

    /** The frame of one of its participants, without the picture, which has been read by then. */
    Frame of(ParticipantKey participant) {
        return new Frame(participant, capturedAt, receivedAt, sequence, traceParent, NO_PICTURE);
    }

    /** Never the picture, so that it can't get into a log by accident. */
    @Override
    public String toString() {
        return "GalleryFrame[" + meetingId + ", capturedAt=" + capturedAt + ", " + picture.length + " bytes]";
    }
}
