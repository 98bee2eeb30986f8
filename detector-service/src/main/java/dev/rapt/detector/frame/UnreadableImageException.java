package dev.rapt.detector.frame;

import java.util.Objects;

/**
 * A picture that is not read, with the reason. The message names figures of the header at most, never
 * content. Raised once per bad picture, so it carries no stack trace: bad pictures come in floods.
 */
public final class UnreadableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ImageRefusal refusal;

    public UnreadableImageException(ImageRefusal refusal, String detail) {
        super(Objects.requireNonNull(detail), null, false, false);
        this.refusal = Objects.requireNonNull(refusal);
    }

    public ImageRefusal refusal() {
        return refusal;
    }
}
