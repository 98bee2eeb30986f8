package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void inRealTimeAFrameEveryHalfSecondIsStampedWithTheWallClock() {
        // Given
        Pace pace = Pace.startingAt(NOW, 2, 1, OptionalLong.of(60));

        // Then
        assertThat(pace.dueNanos(3)).isEqualTo(3 * SECOND / 2);
        assertThat(pace.frameDue(3 * SECOND / 2 - 1)).isEqualTo(2);
        assertThat(pace.capturedAtMs(0)).isEqualTo(NOW);
        assertThat(pace.capturedAtMs(10 * SECOND)).isEqualTo(NOW + 10_000);
    }

    @Test
    void atSpeedFourTheMeetingPassesFourTimesAsFastAndEndsNow() {
        // Given
        Pace pace = Pace.startingAt(NOW, 2, 4, OptionalLong.of(60));

        // Then
        assertThat(pace.dueNanos(8)).isEqualTo(SECOND);
        assertThat(pace.capturedAtMs(SECOND) - pace.capturedAtMs(0)).isEqualTo(4_000);
        assertThat(pace.capturedAtMs(60 * SECOND)).isEqualTo(NOW + 60_000);
    }

    @Test
    void aFastMeetingWithoutALengthStaysInThePast() {
        // Given
        Pace pace = Pace.startingAt(NOW, 2, 10, OptionalLong.empty());

        // Then after an hour of replay it still hasn't overtaken the wall clock
        assertThat(pace.capturedAtMs(3_600 * SECOND)).isLessThan(NOW + 3_600_000);
    }

    @Test
    void everyFrameIsDueByItsOwnInstant() {
        for (double speed : new double[] {0.3, 1, 3, 7.7, 100}) {
            Pace pace = new Pace(2, speed, NOW);
            for (long frame = 0; frame < 2_000; frame++) {
                long due = pace.dueNanos(frame);
                assertThat(pace.frameDue(due + 1)).isEqualTo(frame);
                assertThat(pace.capturedAtMs(pace.dueNanos(frame + 1))).isGreaterThan(pace.capturedAtMs(due));
            }
        }
    }
}
