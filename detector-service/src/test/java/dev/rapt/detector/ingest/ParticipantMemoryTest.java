package dev.rapt.detector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.testing.Findings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ParticipantMemoryTest {

    private static final ParticipantKey ADA = new ParticipantKey("m", "ada");

    private final HandClock clock = new HandClock();
    private final ParticipantMemory memory = new ParticipantMemory(3, Duration.ofSeconds(60), clock);

    @Test
    void remembersTheLastFaceUntilItIsOld() {
        memory.saw(ADA, Findings.TRACK);

        clock.now = 60_000;
        assertThat(memory.lastFace(ADA)).contains(Findings.TRACK);

        clock.now = 60_001;
        assertThat(memory.lastFace(ADA)).isEmpty();
    }

    @Test
    void afterAFrameWithoutTheFaceOnlyItsPlaceCounts() {
        memory.saw(ADA, Findings.TRACK);

        memory.missed(ADA);

        assertThat(memory.lastFace(ADA)).contains(Findings.TRACK.lost());
    }

    @Test
    void countsSkippedFramesUntilTheyAreTaken() {
        memory.skipped(ADA, 1);
        memory.skipped(ADA, 2);

        assertThat(memory.takeSkipped(ADA)).isEqualTo(3);
        assertThat(memory.takeSkipped(ADA)).isZero();
    }

    @Test
    void forgetsWhoWasUnseenForLongest() {
        for (int i = 0; i < 10; i++) {
            memory.saw(new ParticipantKey("m", "p" + i), Findings.TRACK);
        }

        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.lastFace(new ParticipantKey("m", "p9"))).isPresent();
        assertThat(memory.lastFace(new ParticipantKey("m", "p0"))).isEmpty();
    }

    private static final class HandClock extends Clock {
        private long now;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    }
}
