package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The statement about sets, under the worst that can happen to a process: acknowledged ⊆ counted ⊆ sent, each once.
 * Each service, and the broker, is killed with -9 while frames flow.
 */
@Tag("long")
class KilledServicesE2E {

    private static final List<String> PARTICIPANTS = List.of("ada", "bob", "eve");
    private static final int ROUNDS = 60;

    private static RunningDemo demo;
    private static List<Clip.Picture> pictures;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.withoutReplay();
        pictures = Clip.pictures("franck.mp4", 10, 2);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"detector", "classifier", "aggregator", "kafka"})
    void countsEveryAcknowledgedFrameOnce(String victim) throws Exception {
        // Given: frames flow
        Api api = new Api(demo.origin());
        String meeting = "killed-" + victim;
        api.declare(meeting);
        long beginning = System.currentTimeMillis() - 300_000;
        Map<FrameSender.Id, String> outcomes;
        try (FrameSender sender = new FrameSender(demo.detector(), meeting)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String participant : PARTICIPANTS) {
                    sender.send(
                            participant,
                            beginning + round * 500L,
                            pictures.get(round % pictures.size()).jpeg());
                }
                TimeUnit.MILLISECONDS.sleep(200);
                // When: the victim dies in the midst of them
                if (round == ROUNDS / 3) {
                    demo.kill(victim);
                }
            }
            sender.drain(Duration.ofMinutes(2));
            outcomes = sender.outcomes();
        }

        // Then: every frame found its end, and what was acknowledged is counted, no more and no less
        assertThat(outcomes).hasSize(ROUNDS * PARTICIPANTS.size());
        for (String participant : PARTICIPANTS) {
            long acknowledged = outcomes.entrySet().stream()
                    .filter(o -> o.getKey().participant().equals(participant))
                    .filter(o -> List.of("published", "absent").contains(o.getValue()))
                    .count();
            assertThat(acknowledged).isPositive();
            long counted = awaitCounted(api, meeting, participant, acknowledged);
            // A frame that was skipped after a resend may have been counted before: counted ⊆ sent still
            assertThat(counted).isBetween(acknowledged, (long) ROUNDS);
        }
    }

    private static long awaitCounted(Api api, String meeting, String participant, long atLeast) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        long counted = 0;
        while (counted < atLeast && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(250);
            counted = countedOrZero(api, meeting, participant);
        }
        // Stragglers would show up as frames too many
        TimeUnit.SECONDS.sleep(2);
        return countedOrZero(api, meeting, participant);
    }

    private static long countedOrZero(Api api, String meeting, String participant) throws InterruptedException {
        try {
            return api.counted(meeting, participant);
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}
