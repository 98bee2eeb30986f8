package dev.rapt.classifier.rest;

import java.util.Locale;

/** The types of picture that a request may declare; the bytes must be of the declared one. */
enum PictureType {
    PNG("image/png", 0x89),
    JPEG("image/jpeg", 0xff);

    private final String mediaType;
    private final int firstByte;

    PictureType(String mediaType, int firstByte) {
        this.mediaType = mediaType;
        this.firstByte = firstByte;
    }

    static PictureType declaredBy(String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (PictureType known : values()) {
            if (known.mediaType.equals(type)) {
                return known;
            }
        }
        throw new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be image/png or image/jpeg");
    }

    /** Refuses a body of another type; what lies deeper is the decoder's to judge. */
    void requireIn(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal(Refusal.Kind.EMPTY_BODY, "The body is empty");
        }
        if ((bytes[0] & 0xff) != firstByte) {
            throw new Refusal(Refusal.Kind.MEDIA_TYPE_MISMATCH, "The bytes aren't " + mediaType + " as declared");
        }
    }
}
