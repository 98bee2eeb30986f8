package dev.rapt.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.report.QuietWatch.Quiet;
import dev.rapt.aggregator.report.QuietWatch.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietWatchTest {

    private static final Rules RULES =
            new Rules(Duration.ofMinutes(1), Duration.ofMinutes(10), .2, Duration.ofSeconds(60));
    /** Twenty people, five seconds each. */
    private static final RoomStep ALL = new RoomStep(20, 100, 100);

    private static final RoomStep HALF = new RoomStep(20, 50, 100);
    private static final RoomStep NOBODY_TOLD_OF = new RoomStep(4, 0, 0);

    private final QuietWatch watch = new QuietWatch(RULES);

    private void feed(int steps, RoomStep step) {
        for (int i = 0; i < steps; i++) {
            watch.accept(step);
        }
    }

    @Test
    void tellsOfAttentionThatSinks() {
        // Given ten minutes of everybody, two of half of them, two of everybody
        feed(120, ALL);
        feed(24, HALF);
        feed(24, ALL);

        // Then it has sunk with the fifth step of the minute, 19/24, and is over with the tenth, 22/24
        assertThat(watch.quiets()).containsExactly(new Quiet(124, 153, 1, .5, false));
    }

    @Test
    void tellsOfItOnceItHasLasted() {
        feed(120, ALL);
        feed(15, HALF);
        assertThat(watch.quiets()).isEmpty();

        feed(1, HALF);
        assertThat(watch.quiets()).containsExactly(new Quiet(124, 136, 1, .5, true));
    }

    @Test
    void aShortDipAndASmallOneAreNone() {
        feed(120, ALL);
        feed(5, HALF);
        feed(60, ALL);
        feed(60, new RoomStep(20, 85, 100));

        assertThat(watch.quiets()).isEmpty();
    }

    @Test
    void withoutAUsualLevelNothingSinks() {
        // Given too little time before; when five minutes are known, most of them were like this
        feed(20, ALL);
        feed(60, HALF);
        assertThat(watch.quiets()).isEmpty();
    }

    @Test
    void theLevelDoesNotSinkWithIt() {
        // Given an hour of half
        feed(120, ALL);
        feed(720, HALF);

        assertThat(watch.quiets()).containsExactly(new Quiet(124, 840, 1, .5, true));
    }

    @Test
    void ofTooFewNothingIsToldAndAGapEndsIt() {
        feed(120, ALL);
        feed(60, NOBODY_TOLD_OF);
        assertThat(watch.quiets()).isEmpty();

        feed(30, HALF);
        feed(60, NOBODY_TOLD_OF);
        feed(20, ALL);

        // Sunk from the sixth step of half, when half of the minute is known, until that half isn't any more
        assertThat(watch.quiets()).containsExactly(new Quiet(185, 216, 1, .5, false));
    }
}
