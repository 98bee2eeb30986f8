package dev.rapt.detector.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.media.SampleMedia;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
    private final FrameDecoder decoder = new FrameDecoder(ImageLimits.defaults());
    private long live;

    @BeforeEach
    void count() {
        live = NativeObjects.live();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(NativeObjects.live()).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void decodesPngOfAnyColourAndDepth(int type) throws Exception {
        // Given
        BufferedImage image = new BufferedImage(60, 40, type);
        image.createGraphics().drawImage(Pictures.plain(30, 40, Color.WHITE), 0, 0, null);

        // When
        try (DecodedFrame frame = decoder.decode(Pictures.png(image))) {
            // Then
            assertThat(frame.width()).isEqualTo(60);
            assertThat(frame.height()).isEqualTo(40);
            assertThat(frame.mat().channels()).isEqualTo(3);
            assertThat(frame.mat().get(20, 10)[0]).isGreaterThan(250);
            assertThat(frame.mat().get(20, 50)[0]).isLessThan(5);
            assertThat(frame.meanLuminance()).isEqualTo(127.5, within(2.0));
        }
    }

    @Test
    void decodesGreyAndProgressiveJpeg() throws Exception {
        BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        try (DecodedFrame frame = decoder.decode(Pictures.jpeg(grey))) {
            assertThat(frame.mat().channels()).isEqualTo(3);
            assertThat(frame.meanLuminance()).isLessThan(3);
        }
        try (DecodedFrame frame = decoder.decode(Pictures.jpeg(Pictures.photo("sample1.jpg"), true))) {
            assertThat(frame.width()).isEqualTo(1920);
        }
    }

    @Test
    void decodesJpegOfFourInks() throws Exception {
        byte[] jpeg = Pictures.jpeg(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null));
        try (DecodedFrame frame = decoder.decode(jpeg)) {
            assertThat(frame.width()).isEqualTo(64);
            assertThat(frame.mat().channels()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsThePictureAsItIsDisplayed(int orientation) throws Exception {
        // Given a picture whose upper left corner, as stored, is white
        BufferedImage image = Pictures.plain(64, 32, Color.BLACK);
        image.createGraphics().drawImage(Pictures.plain(16, 16, Color.WHITE), 0, 0, null);
        byte[] jpeg = Crafted.oriented(Pictures.jpeg(image), orientation, true);

        // When
        try (DecodedFrame frame = decoder.decode(jpeg)) {
            // Then
            assertThat(frame.width()).isEqualTo(orientation >= 5 ? 32 : 64);
            assertThat(frame.height()).isEqualTo(orientation >= 5 ? 64 : 32);
            boolean right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
            boolean bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
            double[] corner = frame.mat().get(bottom ? frame.height() - 5 : 4, right ? frame.width() - 5 : 4);
            assertThat(corner[0]).isGreaterThan(200);
        }
    }

    @Test
    void refusesTruncatedPicturesWhereverTheyEnd() {
        BufferedImage image = Pictures.part("sample1.jpg", 385, 392, 198, 198, 64);
        for (byte[] whole : new byte[][] {Pictures.jpeg(image), Pictures.jpeg(image, true), Pictures.png(image)}) {
            for (int length = 1; length < whole.length; length++) {
                byte[] truncated = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> decoder.decode(truncated).close())
                        .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.refusal())
                                .isIn(ImageRefusal.CORRUPT_IMAGE, ImageRefusal.NOT_AN_IMAGE));
            }
        }
    }

    @Test
    void toleratesBytesBehindTheEnd() throws Exception {
        BufferedImage image = Pictures.plain(64, 32, Color.PINK);
        for (byte[] whole : new byte[][] {Pictures.jpeg(image), Pictures.png(image)}) {
            try (DecodedFrame frame = decoder.decode(Arrays.copyOf(whole, whole.length + 100))) {
                assertThat(frame.width()).isEqualTo(64);
            }
        }
    }

    @Test
    void refusesPngsWithAnyByteChanged() {
        // Given
        byte[] png = Pictures.png(Pictures.part("sample1.jpg", 385, 392, 198, 198, 32));
        Random random = new Random(11);

        for (int at = 8; at < png.length; at++) {
            // When
            byte[] changed = png.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));

            // Then
            assertRefused(changed);
        }
    }

    @Test
    void refusesPngsWhoseCompressedDataIsShort() {
        byte[] png = Crafted.concat(
                Crafted.pngHeader(640, 360, 8, 2),
                Crafted.chunk("IDAT", Crafted.bytes(0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1)),
                Crafted.chunk("IEND", new byte[0]));
        assertRefused(png);
    }

    @Test
    void refusesPngsWithoutDataOrPalette() {
        byte[] end = Crafted.chunk("IEND", new byte[0]);
        assertRefused(Crafted.concat(Crafted.pngHeader(64, 64, 8, 2), end));
        byte[] data = Crafted.chunk("IDAT", Crafted.bytes(0x78, 0x9C, 3, 0, 0, 0, 0, 1));
        assertRefused(Crafted.concat(Crafted.pngHeader(64, 64, 8, 3), data, end));
    }

    @Test
    void refusesAHeaderWithoutAPicture() {
        assertRefused(Crafted.concat(
                Crafted.bytes(0xFF, 0xD8), Crafted.frameHeader(0xC0, 8, 640, 360, 3), Crafted.bytes(0xFF, 0xD9)));
    }

    @Test
    void survivesDamagedJpegs() {
        // Given
        byte[] jpeg = SampleMedia.photo("sample1.jpg");
        byte[] small = Pictures.jpeg(Pictures.part("sample1.jpg", 385, 392, 198, 198, 96));
        Random random = new Random(5);
        int refused = 0;

        // When any bytes are changed, the picture is either read or refused
        for (int i = 0; i < 300; i++) {
            byte[] changed = i % 50 == 0 ? jpeg.clone() : small.clone();
            for (int n = random.nextInt(20); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try (DecodedFrame frame = decoder.decode(changed)) {
                assertThat(frame.width()).isPositive();
            } catch (UnreadableImageException e) {
                refused++;
            }
        }

        // Then
        assertThat(refused).isPositive();
    }

    private void assertRefused(byte[] image) {
        assertThatThrownBy(() -> decoder.decode(image).close())
                .isInstanceOfSatisfying(UnreadableImageException.class, refused -> assertThat(refused.refusal())
                        .isIn(ImageRefusal.CORRUPT_IMAGE, ImageRefusal.IMAGE_TOO_LARGE));
    }
}
