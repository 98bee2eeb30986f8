package dev.rapt.detector.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.face.Box;
import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wall of 4 by 3 tiles of 320 by 240 pixels with a colour each, and faces of 100 pixels. */
class GalleryTrackerTest {

    private static final int SIDE = 100;
    private static final Color[] COLOURS = {
        Color.RED,
        Color.GREEN,
        Color.BLUE,
        Color.YELLOW,
        Color.CYAN,
        Color.MAGENTA,
        Color.WHITE,
        Color.ORANGE,
        Color.PINK
    };

    private final GalleryTracker tracker = new GalleryTracker(Duration.ofSeconds(30));
    private final Color[] wall = new Color[12];
    private final List<Box> faces = new ArrayList<>();
    private long now = 1_760_000_000_000L;

    @Test
    void theFirstFacesBeginTheNumbers() {
        show(0, 1, 2);
        Sighting sighting = see();
        assertThat(sighting.anew()).isTrue();
        assertThat(sighting.numbers()).containsExactly(1, 2, 3);
        assertThat(sighting.missing()).isEmpty();
    }

    @Test
    void aPersonWhoMovesIsFollowed() {
        show(0, 5);
        see();
        for (int step = 0; step < 10; step++) {
            // Across the tile and a little nearer to the camera, with the wall standing still
            Box last = faces.get(0);
            faces.set(0, new Box(last.x() + 12, last.y() + 3, last.width() * 1.03f, last.height() * 1.03f));
            Sighting sighting = see();
            assertThat(sighting.anew()).isFalse();
            assertThat(sighting.numbers()).containsExactly(1, 2);
        }
    }

    @Test
    void aGalleryThatIsSlowlyScrolledIsFollowed() {
        show(0, 1, 2);
        see();
        for (int step = 1; step <= 6; step++) {
            for (int i = 0; i < 3; i++) {
                faces.set(i, faces.get(i).movedBy(0, 20));
            }
            Sighting sighting = tracker.see(now += 1000, faces, backdrop(20 * step));
            assertThat(sighting.numbers()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void whoIsMissingIsToldAndHasTheirNumberBackWithinTheGap() {
        // Given
        show(0, 1);
        see();

        // When
        Box gone = faces.remove(0);
        Sighting without = see();
        now += 20_000;
        faces.add(gone.movedBy(10, 0));
        Sighting back = see();

        // Then
        assertThat(without.numbers()).containsExactly(2);
        assertThat(without.missing()).containsExactly(new Sighting.Missing(1, gone));
        assertThat(back.numbers()).containsExactly(2, 1);
        assertThat(back.missing()).isEmpty();
    }

    @Test
    void whoStaysAwayLosesTheNumberForGood() {
        // Given
        show(0, 1);
        see();
        Box gone = faces.remove(0);
        see();

        // When
        now += 20_000;
        Sighting still = see();
        now += 10_000;
        Sighting without = see();
        faces.add(gone);
        Sighting back = see();

        // Then
        assertThat(still.missing()).hasSize(1);
        assertThat(without.missing()).isEmpty();
        assertThat(back.numbers()).containsExactly(2, 3);
    }

    @Test
    void aNewFaceHasANewNumber() {
        show(0, 1, 2);
        see();
        faces.add(face(7));
        assertThat(see().numbers()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whoComesWhereSomebodyElseWasIsSomebodyElse() {
        // Given
        show(0, 1, 2, 3, 4);
        see();

        // When another tile is shown at the place
        wall[2] = Color.BLACK;
        Sighting sighting = see();

        // Then the one before isn't missing but gone
        assertThat(sighting.anew()).isFalse();
        assertThat(sighting.numbers()).containsExactly(1, 2, 6, 4, 5);
        assertThat(sighting.missing()).isEmpty();
    }

    @Test
    void twoTilesThatSwapPlacesHaveNewNumbers() {
        // Given
        show(0, 1, 2, 3, 4);
        see();

        // When
        Color third = wall[3];
        wall[3] = wall[1];
        wall[1] = third;
        Sighting sighting = see();

        // Then nobody has anybody else's
        assertThat(sighting.anew()).isFalse();
        assertThat(sighting.numbers()).containsExactly(1, 6, 3, 7, 5);
    }

    /** What can't be told without recognising faces: it is documented, and this shows that it is so. */
    @Test
    void twoTilesThatLookAlikeAndSwapPlacesAreTakenForOnesThatStayed() {
        // Given
        show(0, 1, 2, 3);
        wall[1] = wall[0];
        see();

        // When the two of them swap: the same places, the same wall
        Sighting sighting = see();

        // Then
        assertThat(sighting.numbers()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whenMostTilesChangePlacesAllNumbersBeginAnew() {
        // Given
        show(0, 1, 2, 3, 4);
        see();

        // When everybody moves up by one
        Color first = wall[0];
        System.arraycopy(wall, 1, wall, 0, 4);
        wall[4] = first;
        Sighting sighting = see();

        // Then
        assertThat(sighting.anew()).isTrue();
        assertThat(sighting.numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(sighting.missing()).isEmpty();
    }

    @Test
    void whenMostFacesJumpAllNumbersBeginAnewThoughEverythingLooksAlike() {
        // Given
        Arrays.fill(wall, Color.GRAY);
        faces.addAll(List.of(face(0), face(1), face(2), face(3)));
        see();

        // When the grid is another one, with smaller tiles
        faces.clear();
        for (int i = 0; i < 5; i++) {
            faces.add(new Box(70 + 256 * i, 60, 75, 75));
        }

        // Then
        assertThat(see().anew()).isTrue();
    }

    @Test
    void aPictureOfAnotherSizeBeginsTheNumbersAnew() {
        show(0, 1);
        see();
        Backdrop smaller = new Backdrop(1279, 720, 1, 1, new byte[3]);
        Sighting sighting = tracker.see(now + 1000, faces, smaller);
        assertThat(sighting.anew()).isTrue();
        assertThat(sighting.numbers()).containsExactly(1, 2);
    }

    @Test
    void whenSomebodyGoesAndTheRestMovesUpThoseWhoStayedKeepTheirNumbers() {
        // Given
        show(0, 1, 2, 3, 4, 5, 6, 7, 8);
        see();

        // When the one at 5 goes
        System.arraycopy(wall, 6, wall, 5, 3);
        wall[8] = null;
        faces.remove(8);
        Sighting sighting = see();

        // Then
        assertThat(sighting.anew()).isFalse();
        assertThat(sighting.numbers()).containsExactly(1, 2, 3, 4, 5, 10, 11, 12);
    }

    @Test
    void theSameCompositeAgainIsTheSamePeopleEvenLater() {
        // Given
        show(0, 1);
        Sighting first = see();
        long then = now;
        List<Box> before = List.copyOf(faces);
        faces.add(face(2));
        see();

        // When
        Sighting again = tracker.see(then, before, backdrop(0));

        // Then
        assertThat(again.numbers()).isEqualTo(first.numbers());
        assertThat(again.missing()).isEmpty();
        assertThat(again.anew()).isFalse();
        faces.add(face(3));
        assertThat(see().numbers()).containsExactly(1, 2, 3, 4);
    }

    private void show(int... tiles) {
        for (int tile : tiles) {
            wall[tile] = COLOURS[tile];
            faces.add(face(tile));
        }
    }

    private static Box face(int tile) {
        return new Box(tile % 4 * 320 + 110, tile / 4 * 240 + 70, SIDE, SIDE);
    }

    private Sighting see() {
        return tracker.see(now += 1000, List.copyOf(faces), backdrop(0));
    }

    private Backdrop backdrop(int scrolled) {
        int width = 320;
        int height = 180;
        byte[] pixels = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = Math.max(0, y * 4 - scrolled) / 240;
                Color colour = wall[row * 4 + x / 80];
                if (colour != null) {
                    pixels[3 * (y * width + x)] = (byte) colour.getBlue();
                    pixels[3 * (y * width + x) + 1] = (byte) colour.getGreen();
                    pixels[3 * (y * width + x) + 2] = (byte) colour.getRed();
                }
            }
        }
        return new Backdrop(1280, 720, width, height, pixels);
    }
}
