package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.TraceParent;
import io.vertx.core.MultiMap;
import java.util.OptionalLong;

/**
 * Everything that a request says of its frame before its body.
 *
 * @param sender whose frame it is, as the sender says
 * @param participant the same, as the participant goes by everywhere but in the answer
 */
record FrameHead(
        ParticipantKey sender,
        ParticipantKey participant,
        ImageType type,
        long capturedAt,
        long receivedAt,
        OptionalLong sequence,
        String traceParent) {

    static final String CAPTURED_AT = "Rapt-Captured-At";
    static final String SEQUENCE = "Rapt-Sequence";

    /**
     * Reads ids, size, type, capture time and sequence, in this order, and asks whether the participant may be measured;
     * the first that is wrong is what is refused.
     */
    static FrameHead read(String meetingId, String participantId, MultiMap headers, FrameRules rules)
            throws RefusedException {
        ParticipantKey sender = rules.participant(meetingId, participantId);
        long length = PictureBody.declaredLength(headers, rules);
        if (length == 0) {
            throw new RefusedException(RefusalReason.EMPTY_BODY, "The body is empty; send the picture as the body.");
        }
        ImageType type = PictureBody.type(headers);
        long now = rules.now();
        long capturedAt = capturedAt(headers.get(CAPTURED_AT), now, rules);
        OptionalLong sequence = sequence(headers.get(SEQUENCE), rules);
        return new FrameHead(
                sender,
                rules.admit(sender, capturedAt),
                type,
                capturedAt,
                now,
                sequence,
                TraceParent.of(headers.get("traceparent")));
    }

    Frame with(byte[] picture) {
        return new Frame(participant, capturedAt, receivedAt, sequence, traceParent, picture);
    }

    static long capturedAt(String text, long now, FrameRules rules) throws RefusedException {
        if (text == null) {
            return now;
        }
        return rules.capturedAt(number(
                text,
                RefusalReason.BAD_CAPTURED_AT,
                CAPTURED_AT + " must be a whole number: milliseconds since the epoch, such as 1760000000000."));
    }

    static OptionalLong sequence(String text, FrameRules rules) throws RefusedException {
        if (text == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(rules.sequence(
                number(text, RefusalReason.BAD_SEQUENCE, SEQUENCE + " must be a whole number of at least 0.")));
    }

    private static long number(String text, RefusalReason reason, String detail) throws RefusedException {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new RefusedException(reason, detail);
        }
    }
}
