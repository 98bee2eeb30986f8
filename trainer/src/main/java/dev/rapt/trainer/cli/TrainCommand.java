package dev.rapt.trainer.cli;

import dev.rapt.trainer.augment.Recipe;
import dev.rapt.trainer.dataset.DatasetException;
import dev.rapt.trainer.dataset.Fer2013;
import dev.rapt.trainer.dataset.PictureReader;
import dev.rapt.trainer.dataset.Pictures;
import dev.rapt.trainer.dataset.Split;
import dev.rapt.trainer.dataset.SplitSource;
import dev.rapt.trainer.network.NetworkKind;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.train.TrainingOptions;
import dev.rapt.trainer.train.TrainingOptions.Method;
import dev.rapt.trainer.train.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = "Trains a network; writes checkpoint.safetensors and history.json into a folder.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--dataset", required = true, converter = DataKind.Converter.class, description = "fer2013")
    private DataKind dataset;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "Folder or zip with train/ and validation/ or test/, or fer2013.csv or icml_face_data.csv.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the checkpoints go.")
    private Path out;

    @Option(names = "--network", defaultValue = "residual", description = "${COMPLETION-CANDIDATES}")
    private NetworkKind network;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Channels of the first convolution; usual: 32, residual 24.")
    private Optional<Integer> width = Optional.empty();

    @ArgGroup
    private Length length = new Length();

    /** Either of the two. */
    static final class Length {
        @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training pictures; usual: 30.")
        private Optional<Integer> epochs = Optional.empty();

        @Option(names = "--minutes", paramLabel = "M", description = "Wall time; the learning rate follows it.")
        private Optional<Double> minutes = Optional.empty();
    }

    @Option(names = "--batch", defaultValue = "64", paramLabel = "N", description = "Pictures a step.")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Largest learning rate; usual: deck 0.001, residual 0.05.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--augmentation",
            defaultValue = "standard",
            description = "How far pictures are changed: ${COMPLETION-CANDIDATES}; gentle suits runs under 20 epochs.")
    private Augmentation augmentation;

    /** The recipes by name. */
    enum Augmentation {
        standard(Recipe.standard()),
        gentle(Recipe.gentle()),
        none(Recipe.none());

        private final Recipe recipe;

        Augmentation(Recipe recipe) {
            this.recipe = recipe;
        }
    }

    @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "Another seed, another model.")
    private long seed;

    @Option(names = "--resume", description = "Go on where the folder's checkpoint stands; start if there is none.")
    private boolean resume;

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkArguments();
        Plan plan = network.plan(width.orElse(network.usualWidth()));
        PictureReader reader = new PictureReader(plan.side(), plan.side());
        PrintWriter output = spec.commandLine().getOut();
        try (SplitSource source = Fer2013.open(data, reader)) {
            if (!source.splits().contains(Split.TRAIN)) {
                throw new DatasetException(data + " has no training pictures; it has " + source.listing());
            }
            Split judging = source.judgingSplit(Optional.empty());
            Pictures training = source.read(Split.TRAIN);
            Pictures validation = source.read(judging);
            output.printf(
                    "%,d pictures to train on, %,d (%s) to judge by%n",
                    training.images().size(), validation.images().size(), judging.folder());
            output.flush();
            train(plan, training, validation, new ConsoleProgress(output));
        }
        return 0;
    }

    private void train(Plan plan, Pictures training, Pictures validation, ConsoleProgress progress)
            throws IOException, InterruptedException {
        if (training.images().size() < batch) {
            throw new DatasetException(data + " has " + training.images().size()
                    + " training pictures, fewer than a batch of " + batch + "; choose a smaller --batch");
        }
        try (progress;
                TrainingRun run =
                        new TrainingRun(plan, options(), training.images(), validation.images(), out, progress)) {
            if (TrainingRun.leftCheckpoint(out)) {
                run.resume();
                spec.commandLine().getOut().println("going on from the checkpoint in " + out);
            }
            run.train();
        }
    }

    private void checkArguments() {
        if (dataset != DataKind.FER2013) {
            throw new ParameterException(
                    spec.commandLine(), "training needs --dataset fer2013: " + dataset + " has no splits");
        }
        if (batch < 2 || length.epochs.orElse(1) < 1 || !(length.minutes.orElse(1.0) > 0) || !(rate.orElse(1.0) > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--batch is at least 2, and --epochs, --minutes and --rate are above 0");
        }
        if (width.orElse(network.usualWidth()) < network.leastWidth()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--width is at least " + network.leastWidth() + " for this network: the engine can't train narrower"
                            + " ones soundly");
        }
        if (!resume && TrainingRun.leftCheckpoint(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    out + " holds a checkpoint already: go on with --resume, or choose another --out");
        }
    }

    private TrainingOptions options() {
        boolean deck = network == NetworkKind.DECK;
        int epochs = length.epochs.orElse(length.minutes.isPresent() ? 0 : 30);
        Duration budget = Duration.ofMillis(Math.round(length.minutes.orElse(0.0) * 60_000));
        return new TrainingOptions(
                epochs,
                budget,
                batch,
                seed,
                deck ? Method.ADAM : Method.SGD,
                rate.orElse(deck ? 1e-3 : 0.05),
                deck ? 1e-4 : 5e-4,
                0.1,
                0.999,
                augmentation.recipe,
                Duration.ofMinutes(3));
    }
}
