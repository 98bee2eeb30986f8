package dev.rapt.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.trainer.DrawnFaces;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a user: train, export, evaluate, and what goes wrong on it. */
class MainTest {
    private record Result(int code, String output, String errors) {}

    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void trainAndExport() {
        DrawnFaces.writeFolders(folder.resolve("fer/train"), 8, 1);
        DrawnFaces.writeFolders(folder.resolve("fer/validation"), 3, 2);
        // One picture of validation stands in train too
        DrawnFaces.write(DrawnFaces.draw(Expression.ANGRY, 1000), folder.resolve("fer/validation/angry/twin.png"));
        Result trained = run(
                "train",
                "--dataset",
                "fer2013",
                "--data",
                "fer",
                "--out",
                "run",
                "--epochs",
                "14",
                "--network",
                "deck",
                "--width",
                "4",
                "--batch",
                "8",
                "--augmentation",
                "none",
                "--rate",
                "0.005");
        assertThat(trained.errors()).isEmpty();
        assertThat(trained.output()).contains("56 pictures to train on, 22 (validation) to judge by");
        assertThat(trained.output()).contains("epoch  14 |");
        model = folder.resolve("model/expression.onnx");
        Result exported = run(
                "export",
                "--checkpoint",
                "run",
                "--out",
                "model/expression.onnx",
                "--data",
                "fer",
                "--model-version",
                "2026.1.0");
        assertThat(exported.errors()).isEmpty();
        assertThat(exported.output()).contains("PublicTest: accuracy", "without 1 pictures");
    }

    @Test
    void theClassifierReadsTheCard() {
        try (ExpressionModel opened = ExpressionModel.open(model)) {
            assertThat(opened.card().name()).isEqualTo("rapt-expression");
            assertThat(opened.card().version()).isEqualTo("2026.1.0");
            assertThat(opened.card().sha256()).hasSize(64);
            assertThat(opened.card().trainingPrior()).hasSize(7).allMatch(share -> Math.abs(share - 1.0 / 7) < 1e-5);
            assertThat(opened.card().itDependsMargin()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theCardTellsHowItWasTrainedAndWhatItCan() throws Exception {
        JsonNode card = new ObjectMapper()
                .readTree(model.resolveSibling("model-card.json").toFile());

        assertThat(card.path("recipe").path("optimiser").asText()).isEqualTo("AdamW");
        assertThat(card.path("recipe").path("epochs").size()).isEqualTo(14);
        assertThat(card.path("figures").path("PublicTest").path("n").asInt()).isEqualTo(22);
        assertThat(card.path("data").path("judgedOn").path("alsoInTraining").asInt())
                .isEqualTo(1);
        assertThat(card.path("figures").path("parity").path("value").asDouble()).isLessThan(1e-4);
        assertThat(card.path("limits").size()).isGreaterThan(4);
        String text = Files.readString(model.resolveSibling("model-card.md"));
        assertThat(text).contains("| **surprise** |", "not measure what a person feels", "| 14 |");
    }

    @Test
    void evaluatesAndWritesTheFigures() throws Exception {
        Result result = run(
                "evaluate",
                "--model",
                "model/expression.onnx",
                "--dataset",
                "fer2013",
                "--data",
                "fer",
                "--json",
                "reports/fer.json");

        assertThat(result.code()).isZero();
        assertThat(result.output()).contains("these are the pictures of validation", "macro-F1");
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("reports/fer.json").toFile());
        assertThat(report.path("n").asInt()).isEqualTo(22);
        int diagonal = 0;
        for (int i = 0; i < 7; i++) {
            diagonal += report.path("confusion").path(i).path(i).asInt();
        }
        assertThat(report.path("accuracy").asDouble())
                .isCloseTo(diagonal / 22.0, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(report.path("accuracy").asDouble()).isGreaterThan(0.4);
    }

    @Test
    void leavesContemptOut() {
        List.of("anger", "contempt", "disgust", "fear", "happy", "sadness", "surprise")
                .forEach(name -> DrawnFaces.write(
                        DrawnFaces.draw(Expression.SAD, 1), folder.resolve("ck/" + name + "/S010_004_00000017.png")));

        Result result = run("evaluate", "--model", "model/expression.onnx", "--dataset", "ck+", "--data", "ck");

        assertThat(result.code()).isZero();
        assertThat(result.output()).contains("1 pictures of contempt are left out", "pictures 6 ");
    }

    @Test
    void whatAUserCanPutRightIsOneLineAndCode2() throws Exception {
        Path broken = folder.resolve("broken/sad/cut.png");
        DrawnFaces.write(DrawnFaces.draw(Expression.SAD, 1), broken);
        Files.write(broken, java.util.Arrays.copyOf(Files.readAllBytes(broken), 500));
        Files.writeString(folder.resolve("text.onnx"), "no network");

        refuses("cut.png", "evaluate", "--model", "model/expression.onnx", "--dataset", "folders", "--data", "broken");
        refuses(
                "nowhere doesn't exist",
                "evaluate",
                "--model",
                "model/expression.onnx",
                "--dataset",
                "ck+",
                "--data",
                "nowhere");
        refuses("none.onnx", "evaluate", "--model", "none.onnx", "--dataset", "ck+", "--data", "fer");
        refuses("text.onnx", "evaluate", "--model", "text.onnx", "--dataset", "ck+", "--data", "fer");
        refuses(
                "there is no data set affectnet",
                "evaluate",
                "--model",
                "m",
                "--dataset",
                "affectnet",
                "--data",
                "fer");
        refuses("--data", "evaluate", "--model", "model/expression.onnx", "--dataset", "ck+");
        refuses(
                "no split exam",
                "evaluate",
                "--model",
                "model/expression.onnx",
                "--dataset",
                "fer2013",
                "--data",
                "fer",
                "--split",
                "exam");
        refuses(
                "no folder test",
                "evaluate",
                "--model",
                "model/expression.onnx",
                "--dataset",
                "fer2013",
                "--data",
                "fer",
                "--split",
                "test");
        refuses("holds a checkpoint already", "train", "--dataset", "fer2013", "--data", "fer", "--out", "run");
        refuses("no training pictures", "train", "--dataset", "fer2013", "--data", "onlytest", "--out", "x");
        refuses(
                "mutually exclusive",
                "train",
                "--dataset",
                "fer2013",
                "--data",
                "fer",
                "--out",
                "x",
                "--epochs",
                "1",
                "--minutes",
                "1");
        refuses("needs --dataset fer2013", "train", "--dataset", "ck+", "--data", "fer", "--out", "x");
        refuses("doesn't exist", "export", "--checkpoint", "no.safetensors", "--out", "x.onnx");
        refuses("isn't a safetensors file", "export", "--checkpoint", "text.onnx", "--out", "x.onnx");
        refuses("ends in .onnx", "export", "--checkpoint", "run", "--out", "x.bin");
    }

    private static void refuses(String reason, String... arguments) {
        DrawnFaces.writeFolders(folder.resolve("onlytest/test"), 1, 2);
        Result result = run(arguments);
        assertThat(result.code()).as(result.errors()).isEqualTo(2);
        assertThat(result.errors()).contains(reason);
        assertThat(result.errors().strip().lines()).hasSize(1);
        assertThat(result.errors()).startsWith("bin/trainer");
    }

    /** Arguments that are paths of this test are given relative to its folder. */
    private static Result run(String... arguments) {
        List<String> paths = List.of("--data", "--out", "--model", "--checkpoint", "--json");
        List<String> resolved = new ArrayList<>(List.of(arguments));
        for (int i = 1; i < resolved.size(); i++) {
            if (paths.contains(resolved.get(i - 1))) {
                resolved.set(i, folder.resolve(resolved.get(i)).toString());
            }
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
            int code = Main.run(resolved.toArray(new String[0]));
            return new Result(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
