package dev.rapt.detector.testing;

import dev.rapt.media.SampleMedia;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures, good and bad. */
public final class Pictures {

    private Pictures() {}

    /** A group of real people. */
    public static byte[] people() {
        return SampleMedia.photo("sample1.jpg");
    }

    /** The same people as a PNG, smaller. */
    public static byte[] peoplePng() {
        BufferedImage photo = decode(people());
        BufferedImage small =
                new BufferedImage(photo.getWidth() / 2, photo.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        small.createGraphics().drawImage(photo, 0, 0, small.getWidth(), small.getHeight(), null);
        return encode(small, "png");
    }

    /** A girl who is seen from the side. */
    public static byte[] fromTheSide() {
        return encode(decode(SampleMedia.photo("sample2.jpg")).getSubimage(150, 30, 540, 540), "jpg");
    }

    /** A girl's face. */
    public static byte[] face() {
        return encode(decode(SampleMedia.photo("sample3.jpg")).getSubimage(900, 130, 480, 480), "jpg");
    }

    /** A face in the dark: a girl with a tenth of the light. */
    public static byte[] inTheDark() {
        BufferedImage face = decode(SampleMedia.photo("sample3.jpg")).getSubimage(900, 130, 480, 480);
        return encode(new RescaleOp(.1f, 0, null).filter(face, null), "jpg");
    }

    /** A bright picture with nobody in it: the upper left corner of a photo of people. */
    public static byte[] nobody() {
        return encode(decode(SampleMedia.photo("sample4.jpg")).getSubimage(0, 0, 160, 120), "jpg");
    }

    public static byte[] truncated() {
        byte[] whole = people();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** Begins and ends like a JPEG, with noise where its tables should be. */
    public static byte[] corrupt() {
        byte[] picture = people();
        Arrays.fill(picture, 200, picture.length - 2, (byte) 0x5a);
        return picture;
    }

    /** A PNG of 2 KB that declares 30,000 by 30,000 pixels. */
    public static byte[] hugePng() {
        byte[] picture = new byte[2048];
        byte[] header = HexFormat.of()
                .parseHex("89504e470d0a1a0a" + "0000000d49484452" + "00007530" + "00007530" + "0802000000");
        System.arraycopy(header, 0, picture, 0, header.length);
        CRC32 crc = new CRC32();
        crc.update(picture, 12, 17);
        ByteBuffer.wrap(picture).putInt(29, (int) crc.getValue());
        return picture;
    }

    /** A JPEG of 2 KB that declares 30,000 by 30,000 pixels. */
    public static byte[] hugeJpeg() {
        byte[] picture = new byte[2048];
        byte[] header = HexFormat.of()
                .parseHex("ffd8" + "ffe000104a46494600010100000100010000" + "ffc00011" + "08" + "7530" + "7530"
                        + "03011100021101031101");
        System.arraycopy(header, 0, picture, 0, header.length);
        return picture;
    }

    public static byte[] gif() {
        return HexFormat.of().parseHex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b");
    }

    private static BufferedImage decode(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
