package dev.rapt.detector.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.testing.Findings;
import dev.rapt.detector.testing.Gate;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveScreenTest {

    private final Gate gate = new Gate();
    private final LivePictures pictures = new LivePictures(
            new LiveLimits(Duration.ofSeconds(30), 100, 10_000, 49, Duration.ofSeconds(3)), gate, Clock.systemUTC());
    private final AtomicInteger drawn = new AtomicInteger();
    private LiveScreen screen = screen(Duration.ofMillis(20), 2);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void drawsOnceForManyAsLongAsNothingChanges() {
        saw("m", 1);

        Look.Picture first = (Look.Picture) look("m");
        Look.Picture second = (Look.Picture) look("m");

        assertThat(second.jpeg()).isSameAs(first.jpeg());
        assertThat(drawn).hasValue(1);
        assertThat(screen.viewers()).isZero();
    }

    @Test
    void drawsNotMoreOftenThanItMay() {
        // Given
        screen = screen(Duration.ofHours(1), 2);
        saw("m", 1);
        look("m");

        // When
        for (int i = 2; i < 20; i++) {
            saw("m", i);
            look("m");
        }

        // Then
        assertThat(drawn).hasValue(1);
    }

    @Test
    void whatIsNotHereIsNotDrawn() {
        assertThat(look("m")).isInstanceOf(Look.NotHere.class);
        assertThat(screen.watch("m", new Watching())).isInstanceOf(Look.NotHere.class);
        assertThat(drawn).hasValue(0);
    }

    @Test
    void aViewerGetsEachChangeOnceAndTheEndWhenTheMeetingIsForgotten() throws Exception {
        // Given
        saw("m", 1);
        screen.open();
        Watching viewer = new Watching();
        assertThat(screen.watch("m", viewer)).isInstanceOf(Look.Watching.class);
        assertThat(viewer.shown.poll(20, TimeUnit.SECONDS)).isNotNull();

        // When nothing changes for several turns, and then something does
        assertThat(viewer.shown.poll(200, TimeUnit.MILLISECONDS)).isNull();
        saw("m", 2);
        assertThat(viewer.shown.poll(20, TimeUnit.SECONDS)).isNotNull();
        gate.erased = "m";
        screen.narrowed("m");

        // Then
        assertThat(viewer.ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(screen.viewers()).isZero();
        assertThat(look("m")).isInstanceOf(Look.NotHere.class);
    }

    @Test
    void noMoreLookThanMayAndASeatComesBackOnce() {
        // Given
        saw("m", 1);
        Look.Watching first = (Look.Watching) screen.watch("m", new Watching());
        screen.watch("m", new Watching());

        // When
        Look third = screen.watch("m", new Watching());
        Look picture = look("m");
        first.leave().run();
        first.leave().run();

        // Then
        assertThat(third).isEqualTo(new Look.Full(2));
        assertThat(picture).isEqualTo(new Look.Full(2));
        assertThat(screen.viewers()).isEqualTo(1);
        assertThat(screen.watch("m", new Watching())).isInstanceOf(Look.Watching.class);
        assertThat(screen.watch("m", new Watching())).isInstanceOf(Look.Full.class);
    }

    @Test
    void aDrawingThatFailsEndsTheViewerAndNotTheScreen() throws Exception {
        // Given
        saw("bad", 1);
        saw("m", 1);
        screen.open();
        Watching unlucky = new Watching();
        screen.watch("bad", unlucky);

        // Then
        assertThat(unlucky.ended.await(20, TimeUnit.SECONDS)).isTrue();
        Watching other = new Watching();
        screen.watch("m", other);
        assertThat(other.shown.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    private LiveScreen screen(Duration interval, int maxViewers) {
        return new LiveScreen(pictures, this::draw, interval, maxViewers);
    }

    private byte[] draw(Scene scene) {
        if (scene.title().startsWith("bad")) {
            throw new IllegalStateException("no ink");
        }
        return new byte[] {(byte) drawn.incrementAndGet()};
    }

    private Look look(String meetingId) {
        return screen.look(meetingId)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private void saw(String meetingId, long capturedAt) {
        pictures.saw(
                new Frame(
                        new ParticipantKey(meetingId, "ada"),
                        capturedAt,
                        capturedAt,
                        OptionalLong.empty(),
                        "",
                        new byte[10]),
                Findings.face());
    }

    private static final class Watching implements Viewer.Sink {
        private final BlockingQueue<byte[]> shown = new LinkedBlockingQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void show(byte[] jpeg) {
            shown.add(jpeg);
        }

        @Override
        public void end() {
            ended.countDown();
        }
    }
}
