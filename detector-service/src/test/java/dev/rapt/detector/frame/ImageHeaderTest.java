package dev.rapt.detector.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.frame.ImageCheck.Readable;
import dev.rapt.detector.frame.ImageCheck.Refused;
import dev.rapt.media.SampleMedia;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {
    private static final ImageLimits LIMITS = ImageLimits.defaults();

    @ParameterizedTest
    @CsvSource({
        "sample1.jpg, 1280", "sample2.jpg, 1367", "sample3.jpg, 1350",
        "sample4.jpg, 1448", "sample5.jpg, 1398", "sample6.jpg, 1537"
    })
    void readsTheSidesOfRealPhotos(String photo, int height) {
        assertThat(ImageHeader.check(SampleMedia.photo(photo), LIMITS))
                .isEqualTo(new Readable(new ImageHeader(ImageType.JPEG, 1920, height, 1)));
    }

    @Test
    void readsPngAndProgressiveJpeg() {
        // Given
        var image = Pictures.plain(37, 51, Color.PINK);

        // When, Then
        assertThat(ImageHeader.check(Pictures.png(image), LIMITS))
                .isEqualTo(new Readable(new ImageHeader(ImageType.PNG, 37, 51, 1)));
        assertThat(ImageHeader.check(Pictures.jpeg(image, true), LIMITS))
                .isEqualTo(new Readable(new ImageHeader(ImageType.JPEG, 37, 51, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheOrientation(int orientation) {
        byte[] jpeg = Pictures.jpeg(Pictures.plain(40, 20, Color.PINK));
        for (boolean littleEndian : new boolean[] {true, false}) {
            // When
            ImageCheck check = ImageHeader.check(Crafted.oriented(jpeg, orientation, littleEndian), LIMITS);

            // Then
            ImageHeader header = ((Readable) check).header();
            assertThat(header).isEqualTo(new ImageHeader(ImageType.JPEG, 40, 20, orientation));
            assertThat(header.displayWidth()).isEqualTo(orientation >= 5 ? 20 : 40);
            assertThat(header.displayHeight()).isEqualTo(orientation >= 5 ? 40 : 20);
        }
    }

    @Test
    void takesAnAbsurdOrientationForAsStored() {
        byte[] jpeg = Pictures.jpeg(Pictures.plain(40, 20, Color.PINK));
        assertThat(ImageHeader.check(Crafted.oriented(jpeg, 700, true), LIMITS))
                .isEqualTo(new Readable(new ImageHeader(ImageType.JPEG, 40, 20, 1)));
    }

    @Test
    void refusesHugePicturesDeclaredInTwoKilobytes() {
        assertThat(refusal(Crafted.jpegDeclaring(30_000, 30_000))).isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
        assertThat(refusal(Crafted.pngDeclaring(30_000, 30_000))).isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
        assertThat(refusal(Crafted.pngDeclaring(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
    }

    @Test
    void theLimitsAreInclusive() {
        ImageLimits limits = new ImageLimits(400, 300, 90_000, 2048, 20);
        assertThat(ImageHeader.check(Crafted.pngDeclaring(400, 225), limits)).isInstanceOf(Readable.class);
        assertThat(ImageHeader.check(Crafted.pngDeclaring(300, 300), limits)).isInstanceOf(Readable.class);
        assertThat(refusal(Crafted.pngDeclaring(400, 226), limits)).isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
        assertThat(refusal(Crafted.pngDeclaring(401, 20), limits)).isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
        assertThat(refusal(Crafted.pngDeclaring(20, 301), limits)).isEqualTo(ImageRefusal.IMAGE_TOO_LARGE);
        assertThat(refusal(Crafted.pngDeclaring(20, 19), limits)).isEqualTo(ImageRefusal.IMAGE_TOO_SMALL);
        assertThat(refusal(new byte[2049], limits)).isEqualTo(ImageRefusal.BODY_TOO_LARGE);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThat(refusal(new byte[0])).isEqualTo(ImageRefusal.EMPTY_BODY);
        assertThat(refusal(new byte[100])).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
        assertThat(refusal("GIF89a, and then some".getBytes())).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
    }

    @Test
    void refusesBytesOfAnotherTypeThanDeclared() {
        byte[] png = Pictures.png(Pictures.plain(40, 20, Color.PINK));
        assertThat(ImageHeader.check(png, LIMITS, Optional.of(ImageType.PNG))).isInstanceOf(Readable.class);
        assertThat(ImageHeader.check(png, LIMITS, Optional.of(ImageType.JPEG)))
                .extracting(check -> ((Refused) check).refusal())
                .isEqualTo(ImageRefusal.MEDIA_TYPE_MISMATCH);
    }

    @Test
    void refusesHeadersThatContradictThemselves() {
        byte[] start = Crafted.bytes(0xFF, 0xD8);
        assertThat(refusal(Crafted.concat(start, Crafted.frameHeader(0xC0, 8, 0, 20, 3))))
                .isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.concat(start, Crafted.bytes(0xFF, 0xC0, 0, 2, 0xFF, 0xD9))))
                .isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.concat(start, Crafted.bytes(0xFF, 0xE0, 0, 1, 0, 0))))
                .isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.concat(start, Crafted.bytes(0xFF, 0xE0, 0xFF, 0xFF, 0, 0))))
                .isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.concat(start, Crafted.bytes(0xFF, 0xD9)))).isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.pngHeader(-1, 20, 8, 2))).isEqualTo(ImageRefusal.CORRUPT_IMAGE);
        assertThat(refusal(Crafted.pngHeader(20, 20, 3, 2))).isEqualTo(ImageRefusal.CORRUPT_IMAGE);
    }

    @ParameterizedTest
    @CsvSource({"0xC3, 8, 3", "0xC9, 8, 3", "0xC0, 12, 3", "0xC0, 8, 2"})
    void refusesVarietiesOfJpegThatAreNotRead(String marker, int precision, int components) {
        byte[] jpeg = Crafted.concat(
                Crafted.bytes(0xFF, 0xD8),
                Crafted.frameHeader(Integer.decode(marker), precision, 640, 360, components));
        assertThat(refusal(jpeg)).isEqualTo(ImageRefusal.UNSUPPORTED_IMAGE);
    }

    @Test
    void refusesEveryBeginningThatLacksThePartWithTheSides() {
        var image = Pictures.plain(40, 20, Color.PINK);
        for (byte[] whole : new byte[][] {Pictures.jpeg(image), Pictures.png(image)}) {
            boolean readable = false;
            for (int length = 0; length <= whole.length; length++) {
                ImageCheck check = ImageHeader.check(Arrays.copyOf(whole, length), LIMITS);
                // Once enough bytes are there, more of them change nothing
                assertThat(check instanceof Readable).isIn(readable, true);
                readable = check instanceof Readable;
            }
            assertThat(readable).isTrue();
        }
    }

    @Test
    void answersToAnyBytesWithoutAnError() {
        Random random = new Random(7);
        byte[] jpeg = Crafted.oriented(Pictures.jpeg(Pictures.plain(40, 20, Color.PINK)), 6, true);
        byte[] png = Pictures.png(Pictures.plain(40, 20, Color.PINK));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = (i % 2 == 0 ? jpeg : png).clone();
            for (int n = random.nextInt(12); n >= 0; n--) {
                bytes[2 + random.nextInt(Math.min(bytes.length, 300) - 2)] = (byte) random.nextInt();
            }
            assertThat(ImageHeader.check(bytes, LIMITS)).isNotNull();
        }
    }

    private static ImageRefusal refusal(byte[] image) {
        return refusal(image, LIMITS);
    }

    private static ImageRefusal refusal(byte[] image, ImageLimits limits) {
        ImageCheck check = ImageHeader.check(image, limits);
        assertThat(check).isInstanceOf(Refused.class);
        return ((Refused) check).refusal();
    }
}
