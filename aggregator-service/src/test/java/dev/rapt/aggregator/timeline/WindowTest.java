package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Resolution TEN = new Resolution(Duration.ofSeconds(10));

    @Test
    void roundsOutwardsToWholeStepsSinceTheEpoch() {
        Window window = Window.around(START.plusMillis(10_001), START.plusMillis(20_001), TEN);

        assertThat(window.from()).isEqualTo(START.plusSeconds(10));
        assertThat(window.to()).isEqualTo(START.plusSeconds(30));
        assertThat(window.steps()).isEqualTo(2);
        assertThat(Window.around(START, START.plusSeconds(10), TEN).steps()).isEqualTo(1);
    }

    @Test
    void aResolutionIsAPositiveMultipleOfABucket() {
        assertThat(Resolution.isResolution(Duration.ofSeconds(5))).isTrue();
        assertThat(Resolution.isResolution(Duration.ofMinutes(1))).isTrue();
        for (Duration no : List.of(
                Duration.ZERO,
                Duration.ofSeconds(-5),
                Duration.ofSeconds(7),
                Duration.ofMillis(5_001),
                Duration.ofDays(367),
                Duration.ofSeconds(Long.MAX_VALUE - 7))) {
            assertThat(Resolution.isResolution(no)).as(no.toString()).isFalse();
        }
        assertThatThrownBy(() -> new Resolution(Duration.ofSeconds(3))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyStepIsThere() {
        Window window = Window.around(START, START.plusSeconds(20), TEN);

        List<Span> spans = Timeline.of(window, Rules.usual(), Frames.source(new TreeMap<>()))
                .spans();

        assertThat(spans).hasSize(2);
        assertThat(spans.get(1).start()).isEqualTo(START.plusSeconds(10));
        assertThat(spans.get(1).tally()).isEqualTo(Tally.ZERO);
        assertThat(spans.get(1).seconds()).isEqualTo(new Seconds(0, 0, 10));
    }
}
