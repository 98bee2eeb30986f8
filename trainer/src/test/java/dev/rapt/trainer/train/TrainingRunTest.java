package dev.rapt.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.trainer.DrawnFaces;
import dev.rapt.trainer.augment.Recipe;
import dev.rapt.trainer.dataset.LabelledImage;
import dev.rapt.trainer.network.NetworkKind;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.train.TrainingOptions.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingRunTest {
    private final List<LabelledImage> training = DrawnFaces.set(16, 1);
    private final List<LabelledImage> validation = DrawnFaces.set(4, 2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void learnsToTellDrawnClassesApart(NetworkKind kind) throws Exception {
        boolean deck = kind == NetworkKind.DECK;
        int epochs = deck ? 20 : 8;
        TrainingOptions options = new TrainingOptions(
                epochs,
                Duration.ZERO,
                16,
                7,
                deck ? Method.ADAM : Method.SGD,
                deck ? 5e-3 : 0.05,
                5e-4,
                0.1,
                0.99,
                Recipe.none(),
                Duration.ofDays(1));

        List<EpochReport> reports = run(kind.plan(Math.max(4, kind.leastWidth())), options, folder, Integer.MAX_VALUE);

        assertThat(reports).hasSize(epochs);
        assertThat(reports.get(epochs - 1).trainLoss())
                .isLessThan(0.8 * reports.get(0).trainLoss());
        assertThat(reports.get(epochs - 1).validationAccuracy()).isGreaterThan(0.7);
        assertThat(reports.get(epochs - 1).rate()).isLessThan(reports.get(2).rate());
    }

    @Test
    void aRunThatWasStoppedAnywhereEndsAsOneThatWasNot() throws Exception {
        Plan plan = NetworkKind.RESIDUAL.plan(8);
        // A low rate keeps roundings small: they come to 1e-4 in the end, a forgotten momentum to 4e-2
        TrainingOptions options = options(2, Method.SGD, 0.005, Recipe.standard());

        List<EpochReport> whole = run(plan, options, folder.resolve("whole"), Integer.MAX_VALUE);
        assertThatThrownBy(() -> run(plan, options, folder.resolve("parts"), 3)).isInstanceOf(Stop.class);
        assertThatThrownBy(() -> run(plan, options, folder.resolve("parts"), 6)).isInstanceOf(Stop.class);
        List<EpochReport> parts = run(plan, options, folder.resolve("parts"), Integer.MAX_VALUE);

        assertThat(parts).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(parts.get(i).trainLoss()).isCloseTo(whole.get(i).trainLoss(), within(2e-3));
            assertThat(parts.get(i).validationLoss()).isCloseTo(whole.get(i).validationLoss(), within(2e-3));
        }
    }

    @Test
    void aRunByTimeEndsInTimeWithItsRateAtNothing() throws Exception {
        TrainingOptions options = new TrainingOptions(
                0,
                Duration.ofSeconds(3),
                16,
                7,
                Method.SGD,
                0.05,
                5e-4,
                0.1,
                0.999,
                Recipe.standard(),
                Duration.ofDays(1));

        List<EpochReport> reports = run(NetworkKind.RESIDUAL.plan(8), options, folder, Integer.MAX_VALUE);

        EpochReport last = reports.get(reports.size() - 1);
        assertThat(last.minutes()).isBetween(3.0 / 60, 30.0 / 60);
        assertThat(last.rate()).isLessThan(0.02);
    }

    @Test
    void refusesACheckpointOfAnotherNetwork() throws Exception {
        TrainingOptions options = options(1, Method.SGD, 0.05, Recipe.none());
        run(NetworkKind.RESIDUAL.plan(8), options, folder, Integer.MAX_VALUE);

        assertThatThrownBy(() -> run(NetworkKind.RESIDUAL.plan(9), options, folder, Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of network residual:8, not of residual:9");
        TrainingOptions adam = options(1, Method.ADAM, 0.01, Recipe.none());
        assertThatThrownBy(() -> run(NetworkKind.RESIDUAL.plan(8), adam, folder, Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network or method of training");
        Files.delete(folder.resolve("checkpoint.safetensors"));
        assertThat(TrainingRun.leftCheckpoint(folder)).isFalse();
    }

    /** Seven batches an epoch, a checkpoint after each. */
    private static TrainingOptions options(int epochs, Method method, double rate, Recipe recipe) {
        return new TrainingOptions(epochs, Duration.ZERO, 16, 7, method, rate, 5e-4, 0.1, 0.99, recipe, Duration.ZERO);
    }

    private List<EpochReport> run(Plan plan, TrainingOptions options, Path out, int stopAfter) throws Exception {
        try (TrainingRun run = new TrainingRun(plan, options, training, validation, out, new StopAfter(stopAfter))) {
            if (TrainingRun.leftCheckpoint(out)) {
                run.resume();
            }
            return run.train();
        }
    }

    private static final class Stop extends RuntimeException {}

    /** Breaks off in the middle of a step's end, before that step's checkpoint. */
    private record StopAfter(int[] left) implements TrainingListener {
        StopAfter(int batches) {
            this(new int[] {batches});
        }

        @Override
        public void epochStarted(int epoch, int batches, int firstBatch) {
            assertThat(firstBatch).isLessThan(batches);
        }

        @Override
        public void batchDone(double meanLoss, double meanAccuracy) {
            if (left[0]-- == 0) {
                throw new Stop();
            }
        }

        @Override
        public void epochDone(EpochReport report) {}
    }
}
