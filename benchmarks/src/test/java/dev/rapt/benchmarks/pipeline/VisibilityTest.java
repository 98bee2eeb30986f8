package dev.rapt.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void aFrameIsSeenWhenSoManyAreCountedAndTheLastIsNotOlder() {
        // Given
        Visibility visibility = new Visibility();
        visibility.taken("ada", 1_000, 0);
        visibility.taken("ada", 1_500, 500 * MILLISECOND);
        visibility.settled("ada", 1_000, true);
        visibility.settled("ada", 1_500, true);

        // When
        visibility.answered(Map.of("ada", new Meeting.Counted(1, 1_000)), 120 * MILLISECOND);
        visibility.answered(Map.of("ada", new Meeting.Counted(2, 1_500)), 700 * MILLISECOND);

        // Then
        assertThat(visibility.samples()).isEqualTo(2);
        assertThat(visibility.percentile(50)).isCloseTo(120, within(1e-9));
        assertThat(visibility.percentile(95)).isCloseTo(200, within(1e-9));
    }

    @Test
    void whatWasNotTakenInIsNotWaitedFor() {
        // Given
        Visibility visibility = new Visibility();
        visibility.taken("ada", 1_000, 0);
        visibility.settled("ada", 1_000, false);

        // When
        visibility.answered(Map.of("ada", new Meeting.Counted(1, 1_000)), MILLISECOND);

        // Then
        assertThat(visibility.samples()).isZero();
    }

    @Test
    void theParticipantsOfAnAnswerAreRead() {
        // When
        Map<String, Meeting.Counted> counted =
                Meeting.parse("{\"participants\":[{\"id\":\"a\",\"name\":null,\"frames\":3,"
                        + "\"lastCapturedAt\":\"1970-01-01T00:00:01.500Z\"},{\"id\":\"b\",\"frames\":0,\"lastCapturedAt\":null},"
                        + "{\"id\":\"c\",\"frames\":4,\"lastCapturedAt\":\"1970-01-01T00:00:02Z\"}]}");

        // Then
        assertThat(counted).isEqualTo(Map.of("a", new Meeting.Counted(3, 1_500), "c", new Meeting.Counted(4, 2_000)));
    }
}
