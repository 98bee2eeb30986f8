package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {

    @Test
    void coversWithSquaresOfTheShortSideAndOfHalfOfIt() {
        List<Region> tiles = Tiles.over(1280, 720);
        assertThat(tiles)
                .contains(
                        new Region(0, 0, 720, 720),
                        new Region(560, 0, 720, 720),
                        new Region(0, 0, 1280, 720),
                        new Region(0, 0, 360, 360),
                        new Region(920, 360, 360, 360));
        // Short side: 2 × 1; whole: 1; half: 5 × 3 (the step may be at most 288)
        assertThat(tiles).hasSize(2 + 1 + 5 * 3);
    }

    @Test
    void neighboursShareAFifthAndNothingIsLeftOut() {
        for (int[] size : new int[][] {{1920, 1080}, {1080, 1920}, {500, 500}, {333, 1000}, {1281, 719}}) {
            List<Region> fine = Tiles.over(size[0], size[1]).stream()
                    .filter(tile -> tile.width() == Math.min(size[0], size[1]) / 2)
                    .toList();
            int[] lefts = fine.stream().mapToInt(Region::x).distinct().sorted().toArray();
            int side = fine.get(0).width();
            assertThat(lefts[0]).isZero();
            assertThat(lefts[lefts.length - 1] + side).isEqualTo(size[0]);
            for (int i = 1; i < lefts.length; i++) {
                assertThat(lefts[i] - lefts[i - 1]).isLessThanOrEqualTo((int) (side * 0.8) + 1);
            }
        }
    }

    @Test
    void looksAtSmallAndSquarePicturesOnce() {
        assertThat(Tiles.over(48, 48)).containsExactly(new Region(0, 0, 48, 48));
    }

    @Test
    void extremeShapesCostNoMoreThanABound() {
        assertThat(Tiles.over(8192, 100)).hasSizeBetween(1, 128);
        assertThat(Tiles.over(8192, 16)).containsExactly(new Region(0, 0, 8192, 16));
        assertThat(Tiles.over(1, 8192)).containsExactly(new Region(0, 0, 1, 8192));
    }
}
