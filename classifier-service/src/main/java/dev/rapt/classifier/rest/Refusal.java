package dev.rapt.classifier.rest;

import dev.rapt.classifier.model.CropException;
import java.util.Locale;

/** A request that isn't served, and why. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is refused, with the status of the answer and whether the same request may work soon. */
    enum Kind {
        EMPTY_BODY(400, "Bad Request", false),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", false),
        MEDIA_TYPE_MISMATCH(415, "Unsupported Media Type", false),
        BODY_TOO_LARGE(413, "Content Too Large", false),
        IMAGE_TOO_LARGE(413, "Content Too Large", false),
        CORRUPT_IMAGE(422, "Unprocessable Content", false),
        OVERLOADED(429, "Too Many Requests", true),
        MODEL_UNAVAILABLE(503, "Service Unavailable", true);

        final int status;
        final String title;
        final boolean passing;

        Kind(int status, String title, boolean passing) {
            this.status = status;
            this.title = title;
            this.passing = passing;
        }

        String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;

    Refusal(Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    static Refusal of(CropException crop) {
        Kind kind =
                switch (crop.reason()) {
                    case EMPTY_BODY -> Kind.EMPTY_BODY;
                    case UNSUPPORTED_MEDIA_TYPE -> Kind.UNSUPPORTED_MEDIA_TYPE;
                    case IMAGE_TOO_LARGE -> Kind.IMAGE_TOO_LARGE;
                    case CORRUPT_IMAGE -> Kind.CORRUPT_IMAGE;
                };
        return new Refusal(kind, crop.getMessage());
    }

    static Refusal bodyTooLarge(long limit) {
        return new Refusal(Kind.BODY_TOO_LARGE, "A body may have at most " + limit + " bytes");
    }

    Kind kind() {
        return kind;
    }

    Problem problem() {
        return Problem.of(kind.status, kind.title, kind.reason(), getMessage());
    }
}
