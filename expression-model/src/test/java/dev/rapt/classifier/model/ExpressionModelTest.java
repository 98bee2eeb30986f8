package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpressionModelTest {

    @TempDir
    Path folder;

    @AfterEach
    void nothingNativeIsLeft() {
        assertThat(ExpressionModel.liveNativeObjects()).isZero();
    }

    @Test
    void aBatchAnswersWhatItsCropsAnswerOneByOne() throws IOException {
        try (ExpressionModel model = ExpressionModel.open(MadeUpNetwork.usual().writeTo(folder))) {
            // Given
            List<GreyImage> crops = crops(33, 48, 48);

            // When
            List<ExpressionScores> together = model.score(crops);

            // Then
            for (int i = 0; i < crops.size(); i++) {
                List<Float> alone = model.score(List.of(crops.get(i))).get(0).probabilities();
                for (int c = 0; c < Expression.COUNT; c++) {
                    assertThat(together.get(i).probabilities().get(c)).isCloseTo(alone.get(c), within(1e-6f));
                }
            }
            assertThat(together).doesNotHaveDuplicates();
        }
    }

    @Test
    void floatsAndBytesOfTheSamePictureAnswerTheSame() throws IOException {
        List<GreyImage> crops = crops(3, 48, 48);
        Path bytes = MadeUpNetwork.usual().writeTo(Files.createDirectory(folder.resolve("bytes")));
        Path floats = new MadeUpNetwork(48, 48, true, "crops", "probabilities", 7)
                .writeTo(Files.createDirectory(folder.resolve("floats")));
        try (ExpressionModel ofBytes = ExpressionModel.open(bytes);
                ExpressionModel ofFloats = ExpressionModel.open(floats)) {
            assertThat(ofFloats.score(crops)).isEqualTo(ofBytes.score(crops));
        }
    }

    @Test
    void aNetworkOfAnotherSizeTakesThatSizeOnly() throws IOException {
        Path onnx = new MadeUpNetwork(32, 40, false, "crops", "probabilities", 7).writeTo(folder);
        try (ExpressionModel model = ExpressionModel.open(onnx)) {
            assertThat(model.width()).isEqualTo(32);
            assertThat(model.height()).isEqualTo(40);
            assertThat(model.score(crops(2, 32, 40))).hasSize(2);
            assertThatThrownBy(() -> model.score(crops(1, 48, 48)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("48×48")
                    .hasMessageContaining("32×40");
        }
    }

    @Test
    void noCropsNoAnswers() throws IOException {
        try (ExpressionModel model = ExpressionModel.open(MadeUpNetwork.usual().writeTo(folder))) {
            assertThat(model.score(List.of())).isEmpty();
        }
    }

    @Test
    void closesEveryNativeObjectOfAThousandCalls() throws IOException {
        try (ExpressionModel model = ExpressionModel.open(MadeUpNetwork.usual().writeTo(folder))) {
            // Given
            List<GreyImage> crops = crops(2, 48, 48);

            // When
            for (int i = 0; i < 1_000; i++) {
                model.score(crops);
            }

            // Then
            assertThat(ExpressionModel.liveNativeObjects()).isEqualTo(1);
        }
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ExpressionModel model = ExpressionModel.open(MadeUpNetwork.usual().writeTo(folder))) {
            // Given
            List<GreyImage> crops = crops(16, 48, 48);
            List<ExpressionScores> expected = model.score(crops);

            // When
            List<Callable<List<ExpressionScores>>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int from = i % 15;
                calls.add(() -> model.score(crops.subList(from, from + 2)));
            }
            List<Future<List<ExpressionScores>>> answers = threads.invokeAll(calls);

            // Then
            for (int i = 0; i < answers.size(); i++) {
                List<ExpressionScores> answer = answers.get(i).get();
                for (int c = 0; c < Expression.COUNT; c++) {
                    assertThat(answer.get(0).probabilities().get(c))
                            .isCloseTo(expected.get(i % 15).probabilities().get(c), within(1e-6f));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedModelRefusesToScore() throws IOException {
        ExpressionModel model = ExpressionModel.open(MadeUpNetwork.usual().writeTo(folder));
        model.close();
        model.close();

        assertThatThrownBy(() -> model.score(crops(1, 48, 48))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNetworksThatDontKeepTheContract() throws IOException {
        refuses(new MadeUpNetwork(48, 48, false, "image", "probabilities", 7), "inputs are [image]");
        refuses(new MadeUpNetwork(48, 48, false, "crops", "logits", 7), "no output \"probabilities\"");
        refuses(new MadeUpNetwork(48, 48, false, "crops", "probabilities", 8), "FLOAT[-1, 8]");
    }

    @Test
    void refusesWhatIsNoNetwork() throws IOException {
        Path onnx = Files.writeString(folder.resolve("text.onnx"), "not a network");

        assertThatThrownBy(() -> ExpressionModel.open(onnx))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("text.onnx");
        assertThatThrownBy(() -> ExpressionModel.open(folder.resolve("none.onnx")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("none.onnx");
    }

    private void refuses(MadeUpNetwork network, String why) throws IOException {
        Path onnx = network.writeTo(folder);
        assertThatThrownBy(() -> ExpressionModel.open(onnx))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(why);
    }

    static List<GreyImage> crops(int count, int width, int height) {
        Random random = new Random(count);
        List<GreyImage> crops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[width * height];
            random.nextBytes(pixels);
            crops.add(new GreyImage(width, height, pixels));
        }
        return crops;
    }
}
