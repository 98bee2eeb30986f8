package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapt.contracts.Topics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to the running services, one fault after the other, while frames flow; {@link Trial} says what must be true. */
@Tag("long")
class FaultsE2E {

    private static final String OUT_OF_RANGE = "rapt_frames_rejected_total{reason=\"captured-at-out-of-range\"";

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
    @ValueSource(strings = {"detector", "classifier", "aggregator"})
    void aServiceIsKilled(String victim) throws Exception {
        try (Trial trial = Trial.begin(demo, victim + " killed with -9", pictures)) {
            demo.kill(victim);
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void servicesAreKilledAtRandomTimesAlsoTwoAtOnce() throws Exception {
        long seed = Long.getLong("rapt.faults.seed", System.nanoTime());
        System.out.println("Seed of the random kills: -Drapt.faults.seed=" + seed);
        Random random = new Random(seed);
        try (Trial trial =
                Trial.begin(demo, "two services at once killed with -9 at random times, 3 rounds", pictures)) {
            for (int round = 0; round < 3; round++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                List<String> left = new ArrayList<>(List.of("detector", "classifier", "aggregator"));
                demo.kill(left.remove(random.nextInt(3)));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
                demo.kill(left.remove(random.nextInt(2)));
                trial.faultIsOver();

                trial.awaitRecovery();
            }
            trial.settle();
        }
    }

    @Test
    void theBrokerIsKilled() throws Exception {
        try (Trial trial = Trial.begin(demo, "broker killed with -9", pictures)) {
            demo.kill("kafka");
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void theBrokerIsRestartedInOrder() throws Exception {
        try (Trial trial = Trial.begin(demo, "broker restarted in order", pictures)) {
            demo.end("kafka");
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void everythingIsDeliveredTwice() throws Exception {
        try (Trial trial = Trial.begin(demo, "every record and every frame delivered again", pictures)) {
            TimeUnit.SECONDS.sleep(3);
            double before = metric(demo.origin(), "rapt_frames_duplicate_total");
            int again = Redelivery.ofAll(demo.bootstrapServers(), Topics.FACE_CROPS, Topics.FACE_SCORES);
            Api detector = new Api(demo.detector());
            String meeting = trial.traffic().meetings().keySet().iterator().next();
            for (FrameSender.Id id : trial.traffic().acknowledged(meeting)) {
                trial.traffic()
                        .post(
                                detector,
                                meeting,
                                id.participant(),
                                id.capturedAt(),
                                pictures.get(0).jpeg());
            }
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
            assertThat(metric(demo.origin(), "rapt_frames_duplicate_total") - before)
                    .isGreaterThanOrEqualTo(again);
        }
    }

    @Test
    void theClockOfABotIsWrongAndJumps() throws Exception {
        try (Trial trial = Trial.begin(demo, "clock of a bot wrong by hours, and jumping", pictures)) {
            Api detector = new Api(demo.detector());
            String meeting = trial.traffic().meetings().keySet().iterator().next();
            double refused = metric(demo.detector(), OUT_OF_RANGE);
            long now = System.currentTimeMillis();
            byte[] picture = pictures.get(0).jpeg();
            for (int frame = 0; frame < 10; frame++) {
                for (Duration skew :
                        List.of(Duration.ofMinutes(4), Duration.ofHours(-6), Duration.ofHours(-1), Duration.ZERO)) {
                    long capturedAt = Traffic.capturedAround(now + skew.toMillis()) + frame * Traffic.STEP_MILLIS;
                    assertThat(trial.traffic()
                                    .post(detector, meeting, "jumper", capturedAt, picture)
                                    .status())
                            .isEqualTo(202);
                }
                // More than five minutes ahead, or 30 days behind: told at once, and in the books
                for (Duration skew : List.of(Duration.ofHours(3), Duration.ofDays(-31))) {
                    Api.Answer answer =
                            trial.traffic().post(detector, meeting, "ahead", now + skew.toMillis() + frame, picture);
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.body().path("reason").asText()).isEqualTo("captured-at-out-of-range");
                }
            }
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
            assertThat(metric(demo.detector(), OUT_OF_RANGE) - refused).isEqualTo(20);
        }
    }

    @Test
    void everyTopicIsPoisoned() throws Exception {
        try (Trial trial = Trial.begin(demo, "poison in each of the six topics, then all services killed", pictures)) {
            String meeting = trial.traffic().meetings().keySet().iterator().next();
            double letters = metric(demo.origin(), "rapt_dead_letters_total");
            int taken = Poison.everyTopic(demo.bootstrapServers(), meeting);
            trial.faultIsOver();
            trial.awaitRecovery();
            assertThat(taken).isGreaterThan(80);
            assertThat(metric(demo.origin(), "rapt_dead_letters_total")).isGreaterThan(letters + 20);

            // Whoever starts now reads it all again
            for (String service : List.of("detector", "classifier", "aggregator")) {
                demo.kill(service);
            }
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void callersTakeTheirTime() throws Exception {
        try (Trial trial = Trial.begin(demo, "listeners that don't read, uploads of two bytes a second", pictures);
                SlowClients clients = new SlowClients()) {
            new Api(demo.origin()).declare("crowd");
            Crowd.scores(demo.bootstrapServers(), "crowd", 2);
            String meeting = trial.traffic().meetings().keySet().iterator().next();
            double slow = metric(demo.origin(), "rapt_live_slow_total");
            for (int client = 0; client < 5; client++) {
                clients.listen(demo.origin(), "crowd");
                clients.listenOverWebSocket(demo.origin(), "crowd");
                for (int upload = 0; upload < 10; upload++) {
                    clients.upload(demo.origin(), meeting, "slow" + upload);
                }
            }
            Crowd.scores(demo.bootstrapServers(), "crowd", 2_000);
            // They are there as long as all this takes
            trial.faultIsOver();

            trial.awaitRecovery();
            await(Duration.ofSeconds(90), () -> metric(demo.origin(), "rapt_live_slow_total") >= slow + 10);
            trial.settle();
        }
    }

    @Test
    void theConsumersArePausedForAMinute() throws Exception {
        try (Trial trial = Trial.begin(demo, "classifier and aggregator paused for a minute", pictures)) {
            demo.pause("classifier");
            demo.pause("aggregator");
            TimeUnit.SECONDS.sleep(60);
            demo.resume("aggregator");
            demo.resume("classifier");
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void othersTakeOverFromPausedConsumersThatThenComeBack() throws Exception {
        try (RunningDemo.Peer classifier = demo.another("classifier");
                RunningDemo.Peer aggregator = demo.another("aggregator");
                Trial trial = Trial.begin(demo, "the same beside second instances, which take over", pictures)) {
            demo.pause("classifier");
            demo.pause("aggregator");
            trial.ask(aggregator.origin());
            trial.faultIsOver();
            trial.awaitRecovery();
            TimeUnit.SECONDS.sleep(20);

            // What comes back believes that it still has its partitions
            demo.resume("aggregator");
            demo.resume("classifier");
            trial.faultIsOver();

            trial.awaitRecovery();
            trial.settle();
        }
    }

    @Test
    void theDiskOfTheStoresIsFull() throws Exception {
        assumeTrue(SmallDisk.mayBeMounted(), "a small file system can't be mounted here, which takes root");
        try (Trial trial =
                Trial.begin(demo, "full disk of the stores, aggregator killed on it, space given back", pictures)) {
            demo.kill("aggregator");
            try (SmallDisk disk = SmallDisk.over(demo.state())) {
                trial.faultIsOver();
                trial.awaitNew();

                // What runs goes on: nothing is lost that Kafka has
                disk.fill();
                trial.faultIsOver();
                trial.awaitNew();

                demo.kill("aggregator");
                await(Duration.ofMinutes(2), () -> triesToCount(demo.origin()));
                String known = trial.traffic().meetings().keySet().iterator().next();
                for (int second = 0; second < 10; second++) {
                    TimeUnit.SECONDS.sleep(1);
                    assertThat(CountedFrames.of(new Api(demo.origin()), known))
                            .as("what can be told without a disk")
                            .isEmpty();
                }
                disk.free();
                trial.faultIsOver();

                trial.awaitRecovery();
                trial.settle();
            }
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Duration atMost, Condition condition) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited %s", atMost).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Whether an aggregator that was started has found Kafka and its topics, so that it opens its stores. */
    private static boolean triesToCount(URI service) throws InterruptedException {
        try {
            Prometheus now = Prometheus.scrape(new Api(service));
            return now.sum("rapt_streams_state") > 0 && now.sum("rapt_streams_state{phase=\"waiting\"") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static double metric(URI service, String name) throws Exception {
        return Prometheus.scrape(new Api(service)).sum(name);
    }
}
