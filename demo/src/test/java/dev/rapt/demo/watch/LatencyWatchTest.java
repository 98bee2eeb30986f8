package dev.rapt.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.demo.replay.Fate;
import dev.rapt.demo.replay.FrameKey;
import org.junit.jupiter.api.Test;

class LatencyWatchTest {

    private static final long MILLI = 1_000_000L;
    private final LatencyWatch watch = new LatencyWatch();

    @Test
    void aFrameIsSeenOnceItIsCounted() {
        // Given
        accept("a", 1000, 0);

        // When
        watch.counted("a", 0, 0, 50 * MILLI);
        watch.counted("b", 9, 9000, 60 * MILLI);
        watch.counted("a", 1, 1000, 100 * MILLI);
        watch.counted("a", 1, 1000, 150 * MILLI);

        // Then
        assertThat(watch.percentiles()).isEqualTo(new Percentiles(100.0, 100.0, 100.0));
    }

    @Test
    void aFrameSentAgainIsNotSeenThroughANewerOne() {
        // Given the first frame is acknowledged after the second
        watch.taken(new FrameKey("a", 1000), 0);
        accept("a", 1500, 500 * MILLI);
        watch.counted("a", 1, 1500, 600 * MILLI);
        watch.settled(new FrameKey("a", 1000), Fate.PUBLISHED);

        // When
        watch.counted("a", 1, 1500, 700 * MILLI);
        watch.counted("a", 2, 1500, 5_000 * MILLI);

        // Then
        assertThat(watch.percentiles()).isEqualTo(new Percentiles(100.0, 5000.0, 5000.0));
    }

    @Test
    void framesThatWerentAcceptedDontEnter() {
        // When
        watch.taken(new FrameKey("a", 1000), 0);
        watch.settled(new FrameKey("a", 1000), Fate.SKIPPED);
        watch.counted("a", 5, 5000, MILLI);

        // Then
        assertThat(watch.percentiles().p50()).isNull();
    }

    private void accept(String participant, long capturedAt, long nanos) {
        watch.taken(new FrameKey(participant, capturedAt), nanos);
        watch.settled(new FrameKey(participant, capturedAt), Fate.PUBLISHED);
    }
}
