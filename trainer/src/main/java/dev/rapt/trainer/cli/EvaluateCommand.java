package dev.rapt.trainer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ModelOptions;
import dev.rapt.trainer.dataset.CkPlus;
import dev.rapt.trainer.dataset.Fer2013;
import dev.rapt.trainer.dataset.FolderSet;
import dev.rapt.trainer.dataset.PictureReader;
import dev.rapt.trainer.dataset.Pictures;
import dev.rapt.trainer.dataset.Split;
import dev.rapt.trainer.dataset.SplitSource;
import dev.rapt.trainer.evaluate.ConfusionMatrix;
import dev.rapt.trainer.evaluate.Evaluator;
import dev.rapt.trainer.evaluate.ReportJson;
import dev.rapt.trainer.evaluate.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Judges an ONNX model on labelled pictures, with the preprocessing and the runner of production.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "PATH", description = "The ONNX file.")
    private Path model;

    @Option(
            names = "--dataset",
            required = true,
            converter = DataKind.Converter.class,
            completionCandidates = DataKind.Words.class,
            description = "${COMPLETION-CANDIDATES}; folders is one folder a class, pictures of any size")
    private DataKind dataset;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "A folder, a zip file, or FER2013's table.")
    private Path data;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Of fer2013: train, validation or test; without it validation, else test.")
    private Optional<String> split = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (dataset != DataKind.FER2013 && split.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--split goes with --dataset fer2013 only");
        }
        PrintWriter output = spec.commandLine().getOut();
        try (ExpressionModel opened = ExpressionModel.open(
                model, new ModelOptions(Runtime.getRuntime().availableProcessors()))) {
            Pictures pictures = pictures(new PictureReader(opened.width(), opened.height()));
            ConfusionMatrix matrix = ConfusionMatrix.of(Evaluator.evaluate(opened, pictures.images()));
            output.println(opened.card().name() + " " + opened.card().version() + " on " + dataset + ", " + data);
            pictures.notes().forEach(note -> output.println("Note: " + note));
            output.print(ReportText.of(matrix));
            output.flush();
            if (json.isPresent()) {
                write(json.get(), matrix, opened, pictures.notes());
            }
        }
        return 0;
    }

    private Pictures pictures(PictureReader reader) {
        return switch (dataset) {
            case FER2013 -> fer(reader);
            case CK_PLUS -> CkPlus.read(data, reader);
            case FOLDERS -> FolderSet.read(data, reader);
        };
    }

    private Pictures fer(PictureReader reader) {
        try (SplitSource source = Fer2013.open(data, reader)) {
            Split judging = source.judgingSplit(split.map(Split::named));
            Pictures pictures = source.read(judging);
            List<String> notes = new ArrayList<>(pictures.notes());
            notes.add("these are the pictures of " + judging.folder());
            return new Pictures(pictures.images(), notes);
        }
    }

    private void write(Path file, ConfusionMatrix matrix, ExpressionModel opened, List<String> notes)
            throws IOException {
        ObjectNode report = ReportJson.of(matrix);
        report.putObject("model")
                .put("name", opened.card().name())
                .put("version", opened.card().version());
        report.put("dataset", dataset.toString());
        report.set("notes", JSON.valueToTree(notes));
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    }
}
