package dev.rapt.trainer.train;

import dev.rapt.trainer.augment.Augmenter;
import dev.rapt.trainer.dataset.LabelledImage;
import dev.rapt.trainer.network.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Trains a network and writes checkpoints on the way; may be killed at any moment and resumed. One run at a time in a
 * process, since the engine's random seed is global.
 */
public final class TrainingRun implements AutoCloseable {
    private static final double WARM_UP = 0.04;

    private final TrainingOptions options;
    private final List<LabelledImage> training;
    private final List<LabelledImage> validation;
    private final TrainingListener listener;
    private final RunFiles files;
    private final RateSchedule schedule;
    private final Learner learner;
    private RunState state = RunState.start();
    private Map<String, String> recipe;
    private long clockStart;
    private long lastCheckpoint;

    /** Pictures must be of the plan's side. The folder is made if need be. */
    public TrainingRun(
            Plan plan,
            TrainingOptions options,
            List<LabelledImage> training,
            List<LabelledImage> validation,
            Path folder,
            TrainingListener listener)
            throws IOException {
        this.options = options;
        this.training = List.copyOf(training);
        this.validation = List.copyOf(validation);
        this.listener = listener;
        this.files = new RunFiles(folder);
        this.schedule = new RateSchedule(options.peakRate(), WARM_UP);
        this.learner = new Learner(plan, options);
        this.recipe = options.words();
    }

    /** Whether a run left a checkpoint in this folder. */
    public static boolean leftCheckpoint(Path folder) {
        return Files.exists(checkpointIn(folder));
    }

    /** Where a run in this folder leaves its checkpoint. */
    public static Path checkpointIn(Path folder) {
        return RunFiles.checkpointIn(folder);
    }

    /** Goes on where the folder's checkpoint stands; throws IOException if there is none or it is of another network. */
    public void resume() throws IOException {
        Checkpoint checkpoint = Checkpoint.read(files.checkpoint());
        String network = checkpoint.words().getOrDefault(RunFiles.NETWORK, "?");
        if (!learner.plan().name().equals(network)) {
            throw new IOException(files.checkpoint() + " is of network " + network + ", not of "
                    + learner.plan().name());
        }
        try {
            learner.restore(checkpoint.tensors());
        } catch (IllegalArgumentException e) {
            throw new IOException(files.checkpoint() + ": " + e.getMessage(), e);
        }
        state = RunFiles.state(checkpoint);
        recipe = RecipeHistory.merge(RunFiles.recipe(checkpoint), options.words(), state.epoch());
    }

    /** Trains to the end of the epochs or of the budget and returns the figures of every epoch. */
    public List<EpochReport> train() throws IOException, InterruptedException {
        clockStart = System.nanoTime() - state.used().toNanos();
        lastCheckpoint = System.nanoTime();
        while (progress() < 1) {
            trainEpoch();
        }
        return state.history();
    }

    private void trainEpoch() throws IOException, InterruptedException {
        int batches = BatchFeed.batches(training.size(), options.batchSize());
        listener.epochStarted(state.epoch(), batches, state.batch());
        double rate = 0;
        Augmenter augmenter = new Augmenter(options.recipe());
        try (BatchFeed feed = new BatchFeed(options, augmenter, training, state.epoch(), state.batch())) {
            while (state.batch() < batches && progress() < 1) {
                rate = schedule.at(progress());
                Batch batch = feed.next();
                Learner.Outcome outcome = learner.learn(batch, rate, state.steps());
                state = state.afterBatch(outcome.loss(), outcome.right(), batch.size(), used());
                listener.batchDone(state.meanLoss(), state.accuracy());
                if (System.nanoTime() - lastCheckpoint
                        > options.checkpointEvery().toNanos()) {
                    checkpoint();
                }
            }
        }
        report(rate);
    }

    private void report(double rate) throws IOException {
        Validator.Result result = new Validator().validate(learner.average(), validation);
        EpochReport report = new EpochReport(
                state.epoch(),
                used().toMillis() / 60_000.0,
                rate,
                state.meanLoss(),
                state.accuracy(),
                result.loss(),
                result.accuracy());
        state = state.afterEpoch(report, used());
        checkpoint();
        listener.epochDone(report);
    }

    private void checkpoint() throws IOException {
        files.write(state, learner.plan().name(), recipe, learner.tensors());
        lastCheckpoint = System.nanoTime();
    }

    private Duration used() {
        return Duration.ofNanos(System.nanoTime() - clockStart);
    }

    private double progress() {
        if (options.byTime()) {
            return (double) used().toNanos() / options.budget().toNanos();
        }
        double batches = BatchFeed.batches(training.size(), options.batchSize());
        return state.steps() / (batches * options.epochs());
    }

    @Override
    public void close() {
        learner.close();
    }
}
