package dev.rapt.detector.ingest.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GalleriesTest {

    private final Turns turns = new Turns(1, 1);
    private long now = 1_760_000_000_000L;
    private final Galleries galleries = new Galleries(
            new GallerySettings(100, 1000, 1, 2, Duration.ofSeconds(30), Duration.ofMinutes(1), 2, 5, 16, 20),
            meetingId -> new Gallery(meetingId, turns.lane(), Duration.ofSeconds(30)),
            new Ticking());

    @AfterEach
    void close() throws Exception {
        turns.close();
    }

    @Test
    void aMeetingKeepsItsGalleryWhileCompositesCome() {
        Gallery gallery = galleries.of("m");
        for (int i = 0; i < 5; i++) {
            now += 59_000;
            assertThat(galleries.of("m")).isSameAs(gallery);
        }
        now += 61_000;
        assertThat(galleries.of("m")).isNotSameAs(gallery);
    }

    @Test
    void theGalleryUnusedForLongestGoesFirst() {
        Gallery a = galleries.of("a");
        Gallery b = galleries.of("b");
        galleries.of("a");
        galleries.of("c");
        assertThat(galleries.of("a")).isSameAs(a);
        assertThat(galleries.of("b")).isNotSameAs(b);
    }

    private final class Ticking extends Clock {
        @Override
        public ZoneOffset getZone() {
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
