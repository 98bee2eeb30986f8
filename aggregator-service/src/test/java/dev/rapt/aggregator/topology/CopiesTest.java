package dev.rapt.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private final Copies copies = new Copies(100);

    @Test
    void showsACopyThatWasNearTwice() {
        assertThat(copies.canBeShown(3)).isFalse();
        copies.judge(Map.of(3, 100L));
        assertThat(copies.canBeShown(3)).isFalse();
        copies.judge(Map.of(3, 0L));
        assertThat(copies.canBeShown(3)).isTrue();
        assertThat(copies.canBeShown(2)).isFalse();
    }

    @Test
    void hidesOneThatFallsBehindUntilItWasNearTwiceAgain() {
        // Given
        copies.judge(Map.of(3, 0L));
        copies.judge(Map.of(3, 0L));

        // Then
        copies.judge(Map.of(3, 101L));
        assertThat(copies.canBeShown(3)).isFalse();
        copies.judge(Map.of(3, 50L));
        assertThat(copies.canBeShown(3)).isFalse();
        copies.judge(Map.of(3, 50L));
        assertThat(copies.canBeShown(3)).isTrue();
    }

    @Test
    void forgetsOneThatIsNotHereAnyMore() {
        // Given
        copies.judge(Map.of(3, 0L));
        copies.judge(Map.of(3, 0L));

        // When it went elsewhere and comes back empty
        copies.judge(Map.of());
        copies.judge(Map.of(3, 90L));

        // Then
        assertThat(copies.canBeShown(3)).isFalse();
    }
}
