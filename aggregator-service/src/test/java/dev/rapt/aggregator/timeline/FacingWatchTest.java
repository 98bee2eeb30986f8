package dev.rapt.aggregator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.attention.Eyes;
import dev.rapt.aggregator.attention.Facing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FacingWatchTest {

    private final FacingWatch watch = new FacingWatch();
    private long at = 1_700_000_000;

    @Test
    void aGlanceIsNotDisplayedAndLookingAwayIs() {
        // When somebody faces, glances aside for a second, faces, looks away for three, and faces again
        List<Optional<Boolean>> shown = Stream.of(
                        Facing.FACING,
                        Facing.FACING,
                        Facing.NOT_FACING,
                        Facing.FACING,
                        Facing.NOT_FACING,
                        Facing.NOT_FACING,
                        Facing.NOT_FACING,
                        Facing.FACING,
                        Facing.FACING)
                .map(this::next)
                .toList();

        // Then
        assertThat(shown.subList(0, 5)).containsOnly(Optional.of(true));
        assertThat(shown.get(6)).contains(false);
        assertThat(shown.get(8)).contains(true);
    }

    @Test
    void withoutAPoseNothingIsDisplayed() {
        next(Facing.FACING);
        assertThat(next(Facing.UNKNOWN)).isEmpty();
    }

    private Optional<Boolean> next(Facing facing) {
        return watch.second(new Second(at++, Seconds.State.MEASURED, Optional.empty(), facing, Eyes.UNKNOWN));
    }
}
