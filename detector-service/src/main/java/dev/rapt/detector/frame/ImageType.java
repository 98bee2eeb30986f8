package dev.rapt.detector.frame;

/** The picture formats that are taken in. */
public enum ImageType {
    JPEG("image/jpeg"),
    PNG("image/png");

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type without parameters, in lower case. */
    public String mediaType() {
        return mediaType;
    }
}
