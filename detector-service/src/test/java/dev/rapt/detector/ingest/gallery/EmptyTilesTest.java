package dev.rapt.detector.ingest.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.testing.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmptyTilesTest {

    private static final FrameReading NOBODY =
            new FrameReading(FrameFindings.ofNobody(1280, 720, AbsenceReason.NO_FACE), Optional.empty(), false);

    private final Tile ada = new Tile("ada", 0, 0, 640, 720);
    private final Tile ben = new Tile("ben", 640, 0, 640, 720);
    private final Layout layout = new Layout(List.of(ada, ben));
    private final EmptyTiles tiles = new EmptyTiles();

    @Test
    void aTileThatStaysEmptyIsLookedAtCloselyNowAndThen() {
        // Given a camera that is off and one that shows somebody
        FrameReading somebody = new FrameReading(
                FrameFindings.ofOne(1280, 720, Findings.seen(new Box(700, 100, 80, 80))), Optional.empty(), false);

        // When
        List<Boolean> off = new ArrayList<>();
        List<Boolean> on = new ArrayList<>();
        for (int composite = 0; composite < 7; composite++) {
            off.add(tiles.isDue(ada, 3));
            on.add(tiles.isDue(ben, 3));
            tiles.saw(layout, List.of(NOBODY, somebody));
        }

        // Then
        assertThat(off).containsExactly(true, false, false, true, false, false, true);
        assertThat(on).containsOnly(true);

        // When the one who was there isn't found by an ordinary look
        assertThat(tiles.isDue(ben, 3)).isTrue();
    }
}
