package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapt.classifier.model.CropException.Reason;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropReaderTest {

    private final CropReader reader = new CropReader(1_000_000);

    @Test
    void greyStaysWhatItIs() throws Exception {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }

        byte[] pixels = reader.read(png(image)).pixels();

        for (int x = 0; x < 256; x++) {
            assertThat(pixels[x] & 0xff).isEqualTo(x);
        }
    }

    @Test
    void coloursBecomeLuma() throws Exception {
        int[] types = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB};
        for (int type : types) {
            BufferedImage image = new BufferedImage(4, 1, type);
            image.setRGB(0, 0, 0xffff0000);
            image.setRGB(1, 0, 0xff00ff00);
            image.setRGB(2, 0, 0xff0000ff);
            image.setRGB(3, 0, 0xffffffff);

            // 255 × .299, .587, .114
            assertThat(reader.read(png(image))).isEqualTo(GreyScalerTest.grey(4, 1, 76, 150, 29, 255));
        }
    }

    @Test
    void transparencyIsIgnored() throws Exception {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ffffff);

        assertThat(reader.read(png(image))).isEqualTo(GreyScalerTest.grey(1, 1, 255));
    }

    @Test
    void palettesAndSingleBitsAreRead() throws Exception {
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(0, 0, Color.WHITE.getRGB());
        BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(0, 0, Color.WHITE.getRGB());

        assertThat(reader.read(png(indexed))).isEqualTo(GreyScalerTest.grey(2, 1, 255, 0));
        assertThat(reader.read(png(bits))).isEqualTo(GreyScalerTest.grey(2, 1, 255, 0));
    }

    @Test
    void sixteenBitsAreReadAsEight() throws Exception {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 0x8080, 0xffff});
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Color.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {0xffff, 0, 0});
        BufferedImage red = new BufferedImage(colours, raster, false, null);

        assertThat(reader.read(png(grey))).isEqualTo(GreyScalerTest.grey(3, 1, 0, 128, 255));
        assertThat(reader.read(png(red))).isEqualTo(GreyScalerTest.grey(1, 1, 76));
    }

    @Test
    void jpegsAreReadGreyAndInColour() throws Exception {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage colour = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 90);
            colour.setRGB(i % 16, i / 16, 0x4080c0);
        }

        assertThat(reader.read(jpeg(grey)).pixels()).containsOnly((byte) 90);
        int luma = reader.read(jpeg(colour)).pixels()[100] & 0xff;
        assertThat(luma).isBetween(115, 117);
    }

    @Test
    void scalesToTheModel() throws Exception {
        assertThat(reader.read(png(noise(96, 120)), 48, 48)).satisfies(crop -> {
            assertThat(crop.width()).isEqualTo(48);
            assertThat(crop.height()).isEqualTo(48);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureCutAnywhereIsCorrupt(String format) throws Exception {
        byte[] whole = format.equals("png") ? png(noise(40, 40)) : jpeg(noise(40, 40));
        assertThatCode(() -> reader.read(whole)).doesNotThrowAnyException();

        for (int kept = 12; kept < whole.length; kept += 7) {
            byte[] cut = Arrays.copyOf(whole, kept);
            assertThat(refusal(cut).reason())
                    .as("%d of %d bytes", kept, whole.length)
                    .isEqualTo(Reason.CORRUPT_IMAGE);
        }
    }

    @Test
    void garbageInTheMiddleNeverEscapesAsAnythingElse() throws Exception {
        Random random = new Random(5);
        for (byte[] whole : new byte[][] {png(noise(40, 40)), jpeg(noise(40, 40))}) {
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 5; i++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
                }
                try {
                    reader.read(damaged);
                } catch (CropException e) {
                    assertThat(e.reason()).isNotNull();
                }
            }
        }
    }

    @Test
    void aHugeHeaderIsRefusedBeforeDecoding() throws Exception {
        assertThat(refusal(hugePng()).reason()).isEqualTo(Reason.IMAGE_TOO_LARGE);
        assertThat(refusal(hugeJpeg()).reason()).isEqualTo(Reason.IMAGE_TOO_LARGE);
        assertThat(refusal(hugePng())).hasMessageContaining("30000×30000");
    }

    @Test
    void whatIsNoPictureIsSaidSo() {
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.EMPTY_BODY);
        assertThat(refusal("GIF89a and more".getBytes()).reason()).isEqualTo(Reason.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refusal(new byte[] {(byte) 0xff}).reason()).isEqualTo(Reason.UNSUPPORTED_MEDIA_TYPE);
    }

    private CropException refusal(byte[] bytes) {
        CropException refusal = catchThrowableOfType(CropException.class, () -> reader.read(bytes));
        assertThat(refusal).as("it was read").isNotNull();
        return refusal;
    }

    private static byte[] hugePng() {
        ByteBuffer header =
                ByteBuffer.allocate(17).put("IHDR".getBytes()).putInt(30_000).putInt(30_000);
        header.put(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(2_048)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .putInt(0)
                .put("IDAT".getBytes())
                .array();
    }

    private static byte[] hugeJpeg() throws IOException {
        byte[] jpeg = jpeg(noise(40, 40));
        for (int i = 0; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg, i + 5, 4).putShort((short) 30_000).putShort((short) 30_000);
                return jpeg;
            }
        }
        throw new IllegalStateException("No frame header");
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(3);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return image;
    }

    static byte[] png(BufferedImage image) throws IOException {
        return written(image, "png");
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        return written(image, "jpeg");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
