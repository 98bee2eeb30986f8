package dev.rapt.classifier.model;

import dev.rapt.classifier.model.CropException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a PNG or JPEG as grey and scales it to what a model eats: the preprocessing of production and of every
 * evaluation. The declared size is judged before a pixel is decoded, nothing is written to disk, and a truncated picture
 * is refused even where the decoder would fill it up. Transparency and orientation tags are ignored.
 *
 * <p>Immutable; any number of threads may use one. A picture needs up to 9 bytes a pixel of heap while it is read.
 */
public final class CropReader {

    private final int maxPixels;

    /**
     * @param maxPixels the most pixels a picture may declare
     */
    public CropReader(int maxPixels) {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("A limit of " + maxPixels + " pixels lets nothing through");
        }
        this.maxPixels = maxPixels;
    }

    /**
     * The picture as grey bytes of its own size.
     *
     * @throws CropException if it isn't a readable PNG or JPEG within the limit
     */
    public GreyImage read(byte[] bytes) throws CropException {
        PictureFormat format = PictureFormat.of(bytes);
        ImageReader reader = readerOf(format);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            judgeSize(reader);
            if (format == PictureFormat.PNG && !PngChunks.areWhole(bytes)) {
                throw new CropException(Reason.CORRUPT_IMAGE, "The PNG is truncated or damaged");
            }
            return Luma.of(decode(reader, format));
        } catch (IOException | RuntimeException e) {
            // The decoder's own words may quote what it read, so that they stay inside
            throw new CropException(Reason.CORRUPT_IMAGE, "The " + format + " is truncated or damaged");
        } finally {
            reader.dispose();
        }
    }

    /**
     * The picture as grey bytes of the given size, stretched when it has another shape.
     *
     * @throws CropException if it isn't a readable PNG or JPEG within the limit
     */
    public GreyImage read(byte[] bytes, int width, int height) throws CropException {
        return scale(read(bytes), width, height);
    }

    /** The picture at another size: area averaging where it shrinks, bilinear where it grows. */
    public static GreyImage scale(GreyImage image, int width, int height) {
        return GreyScaler.scale(image, width, height);
    }

    private void judgeSize(ImageReader reader) throws IOException, CropException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw new CropException(
                    Reason.IMAGE_TOO_LARGE,
                    "The picture declares " + width + "×" + height + " pixels, more than " + maxPixels);
        }
    }

    private static BufferedImage decode(ImageReader reader, PictureFormat format) throws IOException, CropException {
        // Four inks (CMYK) have no Java image type
        if (!reader.getImageTypes(0).hasNext()) {
            throw new CropException(Reason.UNSUPPORTED_MEDIA_TYPE, "A " + format + " of such colours isn't read");
        }
        AtomicBoolean cutShort = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains("Premature") || warning.contains("EOI")) {
                cutShort.set(true);
            }
        });
        BufferedImage image = reader.read(0);
        if (cutShort.get()) {
            throw new CropException(Reason.CORRUPT_IMAGE, "The " + format + " is truncated");
        }
        return image;
    }

    private static ImageReader readerOf(PictureFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        return readers.next();
    }
}
