package dev.rapt.detector.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.face.FaceFinder;
import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.face.Point;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.FrameDecoder;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.media.SampleMedia;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceCropperTest {
    private final FrameDecoder decoder = new FrameDecoder(ImageLimits.defaults());

    @Test
    void levelsTheEyesOfAFaceKnownByItsPoints() throws Exception {
        // Given two white eyes and a white mouth on black, tilted
        Point right = new Point(200, 120);
        Point left = new Point(294, 154);
        Point mouth = new Point(213, 231);
        BufferedImage image = Pictures.plain(640, 360, Color.BLACK);
        Graphics2D graphics = image.createGraphics();
        Stream.of(right, left, mouth)
                .forEach(p -> graphics.fillOval(Math.round(p.x()) - 7, Math.round(p.y()) - 7, 14, 14));

        // When
        CropGeometry geometry = CropGeometry.of(right, left, mouth);
        GreyCrop crop = crop(Pictures.png(image), geometry, 48);

        // Then
        double half = right.distance(left) / geometry.side() / 2;
        assertThat(half).isCloseTo(0.367 / 2, within(0.005));
        assertSpot(crop, 0, 24, 0, 30, (0.5 - half) * 48, 0.39 * 48);
        assertSpot(crop, 24, 48, 0, 30, (0.5 + half) * 48, 0.39 * 48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample3.jpg", "sample5.jpg", "sample6.jpg"})
    void putsRealEyesWithinTwoPixelsOfTheirPlace(String photo) throws Exception {
        try (FaceFinder finder = new FaceFinder(FaceSettings.defaults(), TrackingSettings.off(), FaceRuntime.TFLITE)) {
            // Given
            byte[] image = SampleMedia.photo(photo);
            FaceSighting face;
            try (DecodedFrame frame = decoder.decode(image)) {
                face = finder.inFrame(frame).get(0);
            }

            // When the crop, four times as large, is looked at as a picture of its own
            GreyCrop crop = crop(image, CropGeometry.of(face.landmarks()), 4 * 48);
            FaceSighting again;
            try (DecodedFrame frame = decoder.decode(Pictures.png(image(crop)))) {
                again = finder.inFrame(frame).get(0);
            }

            // Then
            Point right = again.landmarks().rightEye();
            Point left = again.landmarks().leftEye();
            Point eyes = right.middle(left);
            assertThat(eyes.x() / 4).isCloseTo(24, within(2f));
            assertThat(eyes.y() / 4).isCloseTo(0.39f * 48, within(2f));
            assertThat(Math.abs(right.y() - left.y()) / 4).isLessThan(2);
            float widest = Math.max(
                    right.distance(left) / 0.367f,
                    eyes.distance(again.landmarks().mouth()) / 0.376f);
            assertThat(widest / 4).isCloseTo(48, within(3f));
        }
    }

    @Test
    void shrinksWithoutPickingSinglePixels() throws Exception {
        // Given columns of black and white, each a pixel wide, which any honest reduction turns to grey
        BufferedImage image = Pictures.plain(800, 800, Color.BLACK);
        for (int x = 0; x < 800; x += 2) {
            for (int y = 0; y < 800; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }

        // When
        GreyCrop crop = crop(Pictures.png(image), new CropGeometry(new Point(400.3f, 400), 555, 0.1f), 48);

        // Then
        for (byte pixel : crop.pixels()) {
            assertThat(pixel & 0xFF).isBetween(105, 150);
        }
    }

    @Test
    void repeatsTheEdgeWhereTheFaceLeavesThePicture() throws Exception {
        byte[] image = Pictures.png(Pictures.plain(100, 100, Color.WHITE));
        GreyCrop crop = crop(image, new CropGeometry(new Point(0, 0), 90, 0), 48);
        assertThat(crop.pixels()).containsOnly(255);
    }

    private GreyCrop crop(byte[] image, CropGeometry geometry, int side) throws Exception {
        try (DecodedFrame frame = decoder.decode(image);
                FaceCropper cropper = new FaceCropper(side)) {
            return cropper.crop(frame, geometry);
        }
    }

    /** The centre of what is bright within a part of the crop. */
    private static void assertSpot(GreyCrop crop, int x0, int x1, int y0, int y1, double x, double y) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = y0; row < y1; row++) {
            for (int column = x0; column < x1; column++) {
                int value = crop.pixels()[row * crop.width() + column] & 0xFF;
                sum += value;
                sumX += value * (column + 0.5);
                sumY += value * (row + 0.5);
            }
        }
        assertThat(sumX / sum).isCloseTo(x, within(0.3));
        assertThat(sumY / sum).isCloseTo(y, within(0.3));
    }

    private static BufferedImage image(GreyCrop crop) {
        BufferedImage image = new BufferedImage(crop.width(), crop.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, crop.width(), crop.height(), crop.pixels());
        return image;
    }
}
