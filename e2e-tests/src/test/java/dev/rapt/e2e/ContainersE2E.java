package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Frames in, timelines out, on the services' own images; where an engine and the images are there. */
@ExtendWith(WithImages.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersE2E {

    private static final String MEETING = "in-containers";
    private static final List<String> PARTICIPANTS = List.of("cap12_edit", "cap13_edit2", "franck");
    private static final int SECONDS = 10;
    private static final int PER_SECOND = 2;
    private static final long BEGINNING = Math.floorDiv(System.currentTimeMillis() - 600_000, 60_000) * 60_000;
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static RunningContainers containers;
    private static Api api;

    @BeforeAll
    static void start() {
        containers = RunningContainers.start();
        api = new Api(containers.origin());
    }

    @AfterAll
    static void stop() {
        if (containers != null) {
            containers.close();
        }
    }

    @Test
    @Order(1)
    void countsEveryFrameOfRealFootageOnce() throws Exception {
        // Given
        api.declare(MEETING);
        Set<FrameSender.Id> sent = new HashSet<>();
        Map<FrameSender.Id, String> outcomes;

        // When
        try (FrameSender sender = new FrameSender(containers.origin(), MEETING)) {
            for (String participant : PARTICIPANTS) {
                for (Clip.Picture picture : Clip.pictures(participant + ".mp4", SECONDS, PER_SECOND)) {
                    long capturedAt = BEGINNING + picture.atMillis();
                    sent.add(new FrameSender.Id(participant, capturedAt));
                    sender.send(participant, capturedAt, picture.jpeg());
                    sender.drain(Duration.ofSeconds(60));
                }
            }
            outcomes = sender.outcomes();
        }

        // Then
        assertThat(outcomes.keySet()).isEqualTo(sent);
        // The sender sends the first frame of a connection twice; the second copy may be replaced by the next frame
        assertThat(outcomes.values()).isSubsetOf("published", "skipped");
        for (String participant : PARTICIPANTS) {
            awaitCounted(participant, SECONDS * PER_SECOND);
        }
    }

    @Test
    @Order(2)
    void losesNothingWhenTheDetectorIsStopped() throws Exception {
        // Given: frames flow to the detector
        List<Clip.Picture> pictures = Clip.pictures("franck.mp4", SECONDS, PER_SECOND);
        Set<Long> sent = ConcurrentHashMap.newKeySet();
        Map<FrameSender.Id, String> outcomes;
        RunningContainers.Stopped stopped;
        try (FrameSender sender = new FrameSender(containers.detector(), MEETING)) {
            Thread sending = new Thread(() -> {
                try {
                    for (int i = 0; i < 60; i++) {
                        sent.add(BEGINNING + i * 500L);
                        sender.send(
                                "leaver",
                                BEGINNING + i * 500L,
                                pictures.get(i % pictures.size()).jpeg());
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                } catch (InterruptedException | AssertionError gone) {
                    // The detector is gone for good: what it acknowledged is what counts
                }
            });
            sending.setDaemon(true);
            sending.start();
            TimeUnit.SECONDS.sleep(1);

            // When
            stopped = containers.stopDetector();
            outcomes = sender.outcomes();
            sending.interrupt();
        }

        // Then: it went in time and in order, and all that it acknowledged is counted
        assertThat(stopped.took()).isLessThan(AT_MOST);
        assertThat(stopped.status()).as(stopped.log()).isZero();
        assertThat(stopped.log()).contains("frames without an answer: 0");
        long acknowledged = outcomes.values().stream()
                .filter(outcome -> List.of("published", "absent").contains(outcome))
                .count();
        assertThat(acknowledged).isPositive();
        awaitCountedAtLeast("leaver", acknowledged);
        assertThat(api.counted(MEETING, "leaver")).isLessThanOrEqualTo(sent.size());
        System.out.println("The detector's container went in " + stopped.took().toMillis() + " ms; " + acknowledged
                + " frames acknowledged of " + sent.size() + " sent, all of them counted");
    }

    private static void awaitCounted(String participant, long frames) throws Exception {
        awaitCountedAtLeast(participant, frames);
        assertThat(api.counted(MEETING, participant)).isEqualTo(frames);
    }

    private static void awaitCountedAtLeast(String participant, long frames) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.counted(MEETING, participant) < frames && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(api.counted(MEETING, participant)).isGreaterThanOrEqualTo(frames);
    }
}
