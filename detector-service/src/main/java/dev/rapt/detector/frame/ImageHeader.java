package dev.rapt.detector.frame;

import java.util.Objects;
import java.util.Optional;

/**
 * What a picture's header declares, read from the bytes without decoding a pixel and in memory independent
 * of what is declared.
 *
 * @param width in pixels as stored, that is before the orientation is applied
 * @param height in pixels as stored
 * @param orientation EXIF orientation, 1 (as stored) to 8; 5 to 8 swap the sides on display
 */
public record ImageHeader(ImageType type, int width, int height, int orientation) {

    public ImageHeader {
        Objects.requireNonNull(type);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("sides must be positive");
        }
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation must be 1 to 8");
        }
    }

    /** Width as displayed, after the orientation is applied. */
    public int displayWidth() {
        return orientation >= 5 ? height : width;
    }

    /** Height as displayed, after the orientation is applied. */
    public int displayHeight() {
        return orientation >= 5 ? width : height;
    }

    /** Judges a picture whose type the caller did not name; see {@link #check(byte[], ImageLimits, Optional)}. */
    public static ImageCheck check(byte[] image, ImageLimits limits) {
        return check(image, limits, Optional.empty());
    }

    /**
     * Judges a picture by its header: size in bytes, type, sides. Never throws for any content.
     *
     * @param declared the type the caller named; other bytes are refused as a mismatch
     */
    public static ImageCheck check(byte[] image, ImageLimits limits, Optional<ImageType> declared) {
        try {
            return new ImageCheck.Readable(read(image, limits, declared));
        } catch (UnreadableImageException refused) {
            return new ImageCheck.Refused(refused.refusal(), refused.getMessage());
        }
    }

    static ImageHeader read(byte[] image, ImageLimits limits, Optional<ImageType> declared)
            throws UnreadableImageException {
        if (image.length == 0) {
            throw new UnreadableImageException(ImageRefusal.EMPTY_BODY, "There are no bytes.");
        }
        if (image.length > limits.maxBytes()) {
            throw new UnreadableImageException(
                    ImageRefusal.BODY_TOO_LARGE,
                    "The picture has " + image.length + " bytes; at most " + limits.maxBytes() + " are read.");
        }
        ImageHeader header = declare(image, declared);
        limit(header, limits);
        return header;
    }

    private static ImageHeader declare(byte[] image, Optional<ImageType> declared) throws UnreadableImageException {
        boolean jpeg = JpegStructure.begins(image);
        boolean png = PngStructure.begins(image);
        if (declared.isPresent() && !(declared.get() == ImageType.JPEG ? jpeg : png)) {
            throw new UnreadableImageException(
                    ImageRefusal.MEDIA_TYPE_MISMATCH,
                    "The bytes are not " + declared.get().mediaType() + ".");
        }
        if (jpeg) {
            return JpegStructure.header(image);
        }
        if (png) {
            return PngStructure.header(image);
        }
        throw new UnreadableImageException(ImageRefusal.NOT_AN_IMAGE, "The bytes are neither JPEG nor PNG.");
    }

    private static void limit(ImageHeader header, ImageLimits limits) throws UnreadableImageException {
        int width = header.width();
        int height = header.height();
        if (width > limits.maxWidth() || height > limits.maxHeight() || (long) width * height > limits.maxPixels()) {
            throw new UnreadableImageException(
                    ImageRefusal.IMAGE_TOO_LARGE,
                    "The picture declares " + width + "×" + height + " pixels; at most " + limits.maxWidth() + "×"
                            + limits.maxHeight() + " and " + limits.maxPixels() + " in all are read.");
        }
        if (Math.min(width, height) < limits.minSide()) {
            throw new UnreadableImageException(
                    ImageRefusal.IMAGE_TOO_SMALL,
                    "The picture declares " + width + "×" + height + " pixels; each side needs at least "
                            + limits.minSide() + ".");
        }
    }
}
