package dev.rapt.detector.frame;

/** Why a picture is not read. The {@link #reason()} is what callers, metrics and problem details show. */
public enum ImageRefusal {
    /** No bytes at all. */
    EMPTY_BODY("empty-body"),
    /** More bytes than {@link ImageLimits#maxBytes()}. */
    BODY_TOO_LARGE("body-too-large"),
    /** Neither JPEG nor PNG, where the caller named no type. */
    NOT_AN_IMAGE("not-an-image"),
    /** The bytes are not of the type the caller named. */
    MEDIA_TYPE_MISMATCH("media-type-mismatch"),
    /** Begins like a picture but is truncated, contradicts itself, or does not decode. */
    CORRUPT_IMAGE("corrupt-image"),
    /** Declares more pixels than the limits allow; judged before a pixel is decoded. */
    IMAGE_TOO_LARGE("image-too-large"),
    /** Declares fewer pixels than a face could be read from. */
    IMAGE_TOO_SMALL("image-too-small"),
    /** A valid picture of a variety that is not read: 12-bit, lossless or arithmetic-coded JPEG. */
    UNSUPPORTED_IMAGE("unsupported-image");

    private final String reason;

    ImageRefusal(String reason) {
        this.reason = reason;
    }

    /** The machine-readable reason, in kebab case. */
    public String reason() {
        return reason;
    }
}
