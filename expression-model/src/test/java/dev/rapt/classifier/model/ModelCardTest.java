package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    private static final String CLASSES = "[\"angry\",\"disgust\",\"fear\",\"happy\",\"sad\",\"surprise\",\"neutral\"]";

    @TempDir
    Path folder;

    private Path onnx;
    private String sha256;

    @BeforeEach
    void writeNetwork() throws Exception {
        onnx = MadeUpNetwork.usual().writeTo(folder);
        sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(onnx)));
    }

    @Test
    void readsTheCardBesideTheNetwork() throws IOException {
        writeCard("model-card.json", sha256, CLASSES, 48);

        try (ExpressionModel model = ExpressionModel.open(onnx)) {
            ModelCard card = model.card();
            assertThat(card.name()).isEqualTo("made-up");
            assertThat(card.version()).isEqualTo("1.2");
            assertThat(card.itDependsMargin()).isEqualTo(.25);
            assertThat(card.trainingPrior()).hasSize(7).first().isEqualTo(.4);
            assertThat(card.dominance()).isEqualTo(new DominanceRule(.25));
        }
    }

    @Test
    void findsTheCardNamedAfterTheNetwork() throws IOException {
        writeCard("made-up.json", sha256, CLASSES, 48);

        try (ExpressionModel model = ExpressionModel.open(onnx)) {
            assertThat(model.card().version()).isEqualTo("1.2");
        }
    }

    @Test
    void opensWithoutACard() {
        try (ExpressionModel model = ExpressionModel.open(onnx)) {
            assertThat(model.card().name()).isEqualTo("made-up");
            assertThat(model.card().version()).isEqualTo(sha256.substring(0, 12));
            assertThat(model.card().itDependsMargin()).isEqualTo(ModelCard.DEFAULT_MARGIN, offset(0.0));
        }
    }

    @Test
    void refusesACardOfAnotherNetwork() throws IOException {
        writeCard("model-card.json", "00".repeat(32), CLASSES, 48);

        refuses("SHA-256 is " + sha256);
    }

    @Test
    void refusesACardOfAnotherSizeOrOtherClasses() throws IOException {
        writeCard("model-card.json", sha256, CLASSES, 64);
        refuses("64×64");

        writeCard("model-card.json", sha256, "[\"happy\",\"sad\"]", 48);
        refuses("[happy, sad]");

        Files.writeString(folder.resolve("model-card.json"), "{ not json");
        refuses("no JSON");
    }

    private void refuses(String why) {
        assertThatThrownBy(() -> ExpressionModel.open(onnx))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(why);
        assertThat(ExpressionModel.liveNativeObjects()).isZero();
    }

    private void writeCard(String name, String sha256, String classes, int size) throws IOException {
        Files.writeString(
                folder.resolve(name),
                """
                {"name":"made-up","version":"1.2","sha256":"%s","classes":%s,
                 "input":{"width":%d,"height":%d},"itDependsMargin":0.25,
                 "trainingPrior":{"angry":0.4,"happy":0.6},"limits":["unknown to the reader"]}
                """
                        .formatted(sha256, classes, size, size));
    }
}
