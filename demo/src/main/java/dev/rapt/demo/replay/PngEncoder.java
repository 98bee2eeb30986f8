package dev.rapt.demo.replay;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures to PNG, at most 320 pixels wide, because PNGs of cameras are large. For one thread. */
final class PngEncoder implements PictureEncoder {

    static final int WIDEST = 320;

    PngEncoder() {}

    @Override
    public byte[] encode(BufferedImage picture) throws IOException {
        int width = Math.min(WIDEST, picture.getWidth());
        int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 << 10);
        if (!ImageIO.write(small, "png", bytes)) {
            throw new IOException("This Java writes no PNG");
        }
        return bytes.toByteArray();
    }
}
