package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterboxTest {

    @Test
    void centresWidePicturesUnderBlackRows() {
        Letterbox letterbox = Letterbox.of(Region.whole(640, 360), 192);
        assertThat(letterbox).isEqualTo(new Letterbox(0, 0, 0.3f, 0, 42, 192, 108));
        assertThat(letterbox.toPicture(96, 96)).isEqualTo(new Point(320, 180));
        assertThat(letterbox.toPicture(0, 42)).isEqualTo(new Point(0, 0));
    }

    @Test
    void centresTallPicturesBesideBlackColumns() {
        Letterbox letterbox = Letterbox.of(new Region(10, 20, 96, 384), 192);
        assertThat(letterbox).isEqualTo(new Letterbox(10, 20, 0.5f, 72, 0, 48, 192));
        assertThat(letterbox.toPicture(72, 0)).isEqualTo(new Point(10, 20));
    }

    @Test
    void placesThePictureInTheMiddleOfItsMargin() {
        // Given a margin of a third of the longer side on each side
        Region region = Region.withMargin(300, 150);
        assertThat(region).isEqualTo(new Region(-100, -100, 500, 350));

        // When
        Letterbox letterbox = Letterbox.of(region, 192);
        Region place = letterbox.toNetwork(region.inside(300, 150));

        // Then
        assertThat(place).isEqualTo(new Region(38, 67, 116, 58));
        Point corner = letterbox.toPicture(38.4f, 29 + 38.4f);
        assertThat(corner.x()).isBetween(-.01f, .01f);
        assertThat(corner.y()).isBetween(-.01f, .01f);
    }

    @Test
    void keepsExtremeShapesInside() {
        for (int width : new int[] {1, 2, 191, 193, 5000}) {
            for (int height : new int[] {1, 7, 192, 4999}) {
                for (Region region : new Region[] {Region.whole(width, height), Region.withMargin(width, height)}) {
                    Letterbox letterbox = Letterbox.of(region, 192);
                    Region place = letterbox.toNetwork(region.inside(width, height));
                    assertThat(place.x()).isNotNegative();
                    assertThat(place.y()).isNotNegative();
                    assertThat(place.x() + place.width()).isLessThanOrEqualTo(192);
                    assertThat(place.y() + place.height()).isLessThanOrEqualTo(192);
                }
            }
        }
    }
}
