package dev.rapt.detector.books;

import java.util.Arrays;
import java.util.Optional;

/** Why a frame is refused. The reason is what callers, metrics and acknowledgements show. */
public enum RefusalReason {
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Neither JPEG nor PNG"),
    MEDIA_TYPE_MISMATCH("media-type-mismatch", 415, "The picture isn't of the declared type"),
    NOT_AN_IMAGE("not-an-image", 415, "Neither JPEG nor PNG"),
    UNSUPPORTED_IMAGE("unsupported-image", 415, "A variety of picture that isn't read"),
    EMPTY_BODY("empty-body", 400, "No picture"),
    INCOMPLETE_BODY("incomplete-body", 400, "The picture didn't arrive whole"),
    BODY_TOO_LARGE("body-too-large", 413, "Too many bytes"),
    CORRUPT_IMAGE("corrupt-image", 422, "The picture can't be decoded"),
    IMAGE_TOO_LARGE("image-too-large", 413, "Too many pixels"),
    IMAGE_TOO_SMALL("image-too-small", 422, "Too few pixels"),
    BAD_ID("bad-id", 400, "Not an id"),
    BAD_CAPTURED_AT("bad-captured-at", 400, "Not a capture time"),
    CAPTURED_AT_OUT_OF_RANGE("captured-at-out-of-range", 422, "A capture time too far from now"),
    BAD_SEQUENCE("bad-sequence", 400, "Not a sequence number"),
    BAD_FRAME_HEADER("bad-frame-header", 400, "Not a frame"),
    MEETING_ERASED("meeting-erased", 410, "The meeting is erased"),
    MEETING_UNDECLARED("meeting-undeclared", 403, "The meeting isn't declared"),
    PARTICIPANT_ERASED("participant-erased", 410, "The participant is erased"),
    CONSENT_WITHDRAWN("consent-withdrawn", 403, "The participant has said no"),
    CONSENT_MISSING("consent-missing", 403, "The participant hasn't agreed"),
    CAPTURED_BEFORE_CONSENT("captured-before-consent", 403, "From before the participant agreed"),
    PSEUDONYM_KEY_DELETED("pseudonym-key-deleted", 410, "The key of the meeting's pseudonyms is deleted"),
    BAD_BASE64("bad-base64", 400, "Not base64"),
    BAD_LAYOUT("bad-layout", 400, "Not a layout"),
    BAD_MULTIPART("bad-multipart", 400, "Not a form with a picture"),
    TOO_MANY_TILES("too-many-tiles", 422, "Too many tiles"),
    TILE_OUTSIDE_PICTURE("tile-outside-picture", 422, "A tile that isn't in the picture"),
    DUPLICATE_PARTICIPANT("duplicate-participant", 422, "A participant with two tiles"),
    OVERLOADED("overloaded", 429, "Too many frames on their way");

    private final String reason;
    private final int status;
    private final String title;

    RefusalReason(String reason, int status, String title) {
        this.reason = reason;
        this.status = status;
        this.title = title;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What is wrong, in a few words. */
    public String title() {
        return title;
    }

    /** The refusal that carries the given machine-readable reason. */
    public static Optional<RefusalReason> of(String reason) {
        return Arrays.stream(values())
                .filter(value -> value.reason.equals(reason))
                .findFirst();
    }
}
