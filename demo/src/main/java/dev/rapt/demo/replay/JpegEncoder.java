package dev.rapt.demo.replay;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to JPEG of quality 90 %, what a conferencing bot sends. For one thread. */
final class JpegEncoder implements PictureEncoder {

    private static final float QUALITY = 0.9f;

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();

    @Override
    public byte[] encode(BufferedImage picture) throws IOException {
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        }
        return bytes.toByteArray();
    }
}
