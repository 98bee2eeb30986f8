package dev.rapt.trainer.cli;

import dev.rapt.classifier.model.Expression;
import dev.rapt.trainer.card.CardContent;
import dev.rapt.trainer.card.CardFiles;
import dev.rapt.trainer.card.Measurement;
import dev.rapt.trainer.export.ModelIdentity;
import dev.rapt.trainer.export.OnnxExporter;
import dev.rapt.trainer.export.ParityCheck;
import dev.rapt.trainer.export.ParityException;
import dev.rapt.trainer.train.TrainedModel;
import dev.rapt.trainer.train.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description =
                "Writes a checkpoint's averaged weights as an ONNX model with its model card, once ONNX Runtime has"
                        + " been seen to answer as the trained network does.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--checkpoint",
            required = true,
            paramLabel = "PATH",
            description = "checkpoint.safetensors, or its folder.")
    private Path checkpoint;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.onnx",
            description = "The model; the card goes beside it.")
    private Path out;

    @Option(
            names = "--flip-average",
            description = "Answer with the mean over the crop and its mirror image; twice the work.")
    private boolean flipAverage;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "FER2013, to measure the card's figures and to choose its margin; without it the card has none.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--dataset",
            converter = DataKind.Converter.class,
            description = "fer2013",
            defaultValue = "fer2013")
    private DataKind dataset;

    @Option(names = "--name", defaultValue = "rapt-expression", description = "The model's name: ${DEFAULT-VALUE}.")
    private String name;

    @Option(
            names = "--model-version",
            paramLabel = "V",
            description = "Its version; usual: this year and month, then 0.")
    private Optional<String> version = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (dataset != DataKind.FER2013) {
            throw new ParameterException(spec.commandLine(), "the card's figures need --dataset fer2013");
        }
        if (!out.getFileName().toString().endsWith(".onnx")) {
            throw new ParameterException(spec.commandLine(), "--out is a file that ends in .onnx, not " + out);
        }
        TrainedModel model =
                TrainedModel.read(Files.isDirectory(checkpoint) ? TrainingRun.checkpointIn(checkpoint) : checkpoint);
        ModelIdentity identity =
                new ModelIdentity(name, version.orElseGet(ExportCommand::thisMonth), Expression.wireNames());
        write(identity, model, new OnnxExporter(identity, flipAverage).export(model.plan(), model.weights()));
        return 0;
    }

    private void write(ModelIdentity identity, TrainedModel model, byte[] onnx) throws IOException {
        Path folder = Files.createDirectories(out.toAbsolutePath().getParent());
        // Judged in a folder of its own: a card of an earlier model may stand beside the target
        Path workshop = Files.createTempDirectory(folder, ".export");
        Path file = workshop.resolve(out.getFileName());
        try {
            Files.write(file, onnx);
            double parity = parity(model, file);
            Optional<Measurement> measured = data.map(path -> Measurement.of(file, model.plan(), path));
            CardContent content = new CardContent(
                    identity,
                    out.getFileName().toString(),
                    sha256(onnx),
                    onnx.length,
                    model,
                    flipAverage,
                    parity,
                    measured.map(Measurement::data),
                    measured.map(Measurement::figures));
            Files.move(file, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            CardFiles.write(content, folder);
            tell(content);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(workshop);
        }
    }

    private double parity(TrainedModel model, Path file) {
        double parity = new ParityCheck(flipAverage).largestDifference(model.plan(), model.weights(), file);
        if (!(parity <= ParityCheck.TOLERANCE)) {
            throw new ParityException(parity);
        }
        return parity;
    }

    private void tell(CardContent content) {
        PrintWriter output = spec.commandLine().getOut();
        output.printf(
                Locale.ROOT,
                "%s: %,d bytes, DJL and ONNX Runtime agree to %.1e; the card is beside it%n",
                out,
                content.bytes(),
                content.parity());
        content.figures()
                .ifPresent(figures -> output.printf(
                        Locale.ROOT,
                        "%s: accuracy %.2f %% (%.2f %% without %d pictures that are also in training), macro-F1 %.4f,"
                                + " it depends below %.2f%n",
                        figures.split(),
                        100 * figures.all().accuracy(),
                        100 * figures.withoutTwins().accuracy(),
                        figures.twins(),
                        figures.all().macroF1(),
                        figures.doubt().margin()));
        output.flush();
    }

    private static String thisMonth() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        return now.getYear() + "." + now.getMonthValue() + ".0";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
