package dev.rapt.detector.ingest.bot.message;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the fields that make a frame. What is missing or odd is a frame's refusal, so that it stands in the books. */
public final class FrameFields {

    private FrameFields() {}

    /** The participant's id as text. */
    public static String id(Fields fields, String name) throws RefusedException {
        try {
            return fields.id(name).orElseThrow(() -> missing(RefusalReason.BAD_ID, name));
        } catch (MalformedException e) {
            throw new RefusedException(RefusalReason.BAD_ID, e.getMessage());
        }
    }

    /** The name that the meeting shows; one that isn't a text counts as none. */
    public static Optional<String> shown(Fields fields, String name) {
        try {
            return fields.text(name);
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** The time of capture in milliseconds since the epoch. */
    public static long capturedAt(Fields fields, String name) throws RefusedException {
        try {
            OptionalLong millis = fields.whole(name);
            if (millis.isEmpty()) {
                throw missing(RefusalReason.BAD_CAPTURED_AT, name);
            }
            return millis.getAsLong();
        } catch (MalformedException e) {
            throw new RefusedException(RefusalReason.BAD_CAPTURED_AT, e.getMessage());
        }
    }

    /** The encoded picture. */
    public static byte[] picture(Fields fields, String name) throws RefusedException {
        try {
            return fields.picture(name).orElseThrow(() -> missing(RefusalReason.EMPTY_BODY, name));
        } catch (MalformedException e) {
            throw new RefusedException(RefusalReason.BAD_BASE64, e.getMessage());
        }
    }

    /** An ISO-8601 moment with its offset, in milliseconds since the epoch. */
    public static OptionalLong moment(Fields fields, String name) throws MalformedException {
        Optional<String> text = fields.text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(OffsetDateTime.parse(text.get()).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedException(
                    "bad-message", "The field " + name + " must be a moment such as 2026-01-01T10:00:00.000Z.");
        }
    }

    /** The same as a frame's time of capture. */
    public static long capturedAtMoment(Fields fields, String name) throws RefusedException {
        try {
            OptionalLong millis = moment(fields, name);
            if (millis.isEmpty()) {
                throw missing(RefusalReason.BAD_CAPTURED_AT, name);
            }
            return millis.getAsLong();
        } catch (MalformedException e) {
            throw new RefusedException(RefusalReason.BAD_CAPTURED_AT, e.getMessage());
        }
    }

    private static RefusedException missing(RefusalReason reason, String name) {
        return new RefusedException(reason, "The field " + name + " is missing.");
    }
}
