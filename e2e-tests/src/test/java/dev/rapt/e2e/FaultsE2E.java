package dev.rapt.e2e;

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
                List<String> left = new java.util.ArrayList<>(List.of("detector", "classifier", "aggregator"));
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
}
