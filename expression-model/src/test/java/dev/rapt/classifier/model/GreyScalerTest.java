package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GreyScalerTest {

    @Test
    void shrinkingByTwoIsTheMeanOfFour() {
        GreyImage image = grey(4, 2, 0, 10, 100, 200, 20, 30, 240, 255);

        // (0 + 10 + 20 + 30) / 4 = 15, (100 + 200 + 240 + 255) / 4 = 198.75
        assertThat(CropReader.scale(image, 2, 1)).isEqualTo(grey(2, 1, 15, 199));
    }

    @Test
    void shrinkingThreeToTwoSharesTheMiddle() {
        GreyImage image = grey(3, 1, 30, 60, 90);

        // (30 + 60 / 2) / 1.5 = 40, (60 / 2 + 90) / 1.5 = 80
        assertThat(CropReader.scale(image, 2, 1)).isEqualTo(grey(2, 1, 40, 80));
        assertThat(CropReader.scale(grey(1, 3, 30, 60, 90), 1, 2)).isEqualTo(grey(1, 2, 40, 80));
    }

    @Test
    void growingIsBilinearBetweenCentres() {
        GreyImage image = grey(2, 1, 0, 100);

        // Centres at -.25 (the edge), .25, .75, 1.25 (the edge)
        assertThat(CropReader.scale(image, 4, 1)).isEqualTo(grey(4, 1, 0, 25, 75, 100));
    }

    @Test
    void eachAxisGoesItsOwnWay() {
        GreyImage image = grey(2, 2, 0, 100, 50, 150);

        assertThat(CropReader.scale(image, 1, 4)).isEqualTo(grey(1, 4, 50, 63, 88, 100));
    }

    @Test
    void aFlatPictureStaysFlatAtAnySize() {
        byte[] pixels = new byte[97 * 61];
        java.util.Arrays.fill(pixels, (byte) 200);
        GreyImage flat = new GreyImage(97, 61, pixels);

        for (int size : new int[] {1, 7, 48, 61, 97, 150}) {
            assertThat(CropReader.scale(flat, size, size).pixels()).containsOnly((byte) 200);
        }
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        GreyImage image = grey(2, 2, 1, 2, 3, 4);

        assertThat(CropReader.scale(image, 2, 2)).isSameAs(image);
    }

    @Test
    void picturesThatDontHoldTheirPixelsAreRefused() {
        assertThatThrownBy(() -> new GreyImage(2, 2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GreyImage(0, 2, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GreyImage(65_536, 65_536, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(grey(2, 1, 65, 66).toString()).isEqualTo("GreyImage[2×1]");
    }

    static GreyImage grey(int width, int height, int... values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return new GreyImage(width, height, pixels);
    }
}
