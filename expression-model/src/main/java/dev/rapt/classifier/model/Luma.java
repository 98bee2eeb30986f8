package dev.rapt.classifier.model;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Decoded pixels to grey: {@code .299 R + .587 G + .114 B} (ITU-R BT.601) of the stored values. Transparency is ignored,
 * as the detector ignores it; grey stays what it is (Java's own conversion would apply a gamma curve).
 */
final class Luma {

    private Luma() {}

    static GreyImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        byte[] grey = new byte[width * height];
        ToGrey toGrey = conversion(image.getColorModel(), bands);
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) toGrey.grey(row, x * bands);
            }
        }
        return new GreyImage(width, height, grey);
    }

    private static ToGrey conversion(ColorModel model, int bands) {
        if (model instanceof IndexColorModel palette) {
            return (row, at) -> luma(palette.getRed(row[at]), palette.getGreen(row[at]), palette.getBlue(row[at]));
        }
        int max = (1 << model.getComponentSize(0)) - 1;
        if (bands < 3) {
            return (row, at) -> toByte(row[at], max);
        }
        return (row, at) -> luma(toByte(row[at], max), toByte(row[at + 1], max), toByte(row[at + 2], max));
    }

    private static int toByte(int value, int max) {
        return max == 255 ? value : (value * 255 + max / 2) / max;
    }

    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private interface ToGrey {
        int grey(int[] row, int at);
    }
}
