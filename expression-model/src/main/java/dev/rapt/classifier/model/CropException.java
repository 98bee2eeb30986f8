package dev.rapt.classifier.model;

import java.util.Locale;

/** A picture that can't be read. The message is fit for the one who sent it, and never quotes a byte of it. */
public final class CropException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why, for machines. */
    public enum Reason {
        /** No byte at all. */
        EMPTY_BODY,
        /** Neither JPEG nor PNG, or a kind of them that isn't read. */
        UNSUPPORTED_MEDIA_TYPE,
        /** The header declares more pixels than allowed. */
        IMAGE_TOO_LARGE,
        /** Truncated or damaged. */
        CORRUPT_IMAGE;

        /** The name in answers and counters, e.g. {@code corrupt-image}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    CropException(Reason reason, String message) {
        this(reason, message, null);
    }

    CropException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
