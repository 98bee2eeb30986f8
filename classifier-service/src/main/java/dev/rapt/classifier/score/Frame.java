package dev.rapt.classifier.score;

import dev.rapt.contracts.Keys;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Whose picture of which moment, and what the detector said about its way here.
 *
 * @param meetingId the meeting
 * @param participantId the participant
 * @param capturedAt when the camera took it, after the epoch; with the two ids the identity of the frame
 * @param receivedAt when the detector took it in
 * @param sequence the sender's own number, diagnostic only
 * @param skippedBefore frames of this participant that were skipped since the record before
 * @param detector the detector's models
 * @param traceParent W3C trace context, or empty
 */
public record Frame(
        String meetingId,
        String participantId,
        Instant capturedAt,
        Instant receivedAt,
        OptionalLong sequence,
        int skippedBefore,
        ModelName detector,
        String traceParent) {

    /** Refuses ids that aren't of the contract's form. */
    public Frame {
        if (!Keys.isId(meetingId) || !Keys.isId(participantId)) {
            throw new IllegalArgumentException("An id isn't of the form " + Keys.ID_FORM);
        }
    }
}
