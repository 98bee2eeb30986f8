package dev.rapt.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.trainer.DrawnFaces;
import dev.rapt.trainer.network.Network;
import dev.rapt.trainer.network.NetworkKind;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.Tensor;
import dev.rapt.trainer.network.WeightMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxExporterTest {
    @TempDir
    private Path folder;

    private final ModelIdentity identity = new ModelIdentity("made-up", "1.2.3", Expression.wireNames());

    @ParameterizedTest
    @CsvSource({"RESIDUAL, false", "RESIDUAL, true", "DECK, false", "DECK, true"})
    void answersAsTheNetworkDoes(NetworkKind kind, boolean flip) throws IOException {
        Plan plan = kind.plan(Math.max(4, kind.leastWidth()));
        WeightMap weights = randomWeights(plan);

        Path onnx = exported(plan, weights, flip);

        assertThat(new ParityCheck(flip).largestDifference(plan, weights, onnx)).isLessThan(1e-5);
    }

    @Test
    void theParityCheckSeesOneWrongWeight() throws IOException {
        Plan plan = NetworkKind.RESIDUAL.plan(8);
        WeightMap weights = randomWeights(plan);
        Map<String, Tensor> wrong = new LinkedHashMap<>(weights.tensors());
        float[] bias = wrong.get("logits.bias").values().clone();
        bias[2] += 0.01f;
        wrong.put("logits.bias", new Tensor(new long[] {7}, bias));

        Path onnx = exported(plan, new WeightMap(wrong), false);

        assertThat(new ParityCheck(false).largestDifference(plan, weights, onnx))
                .isGreaterThan(ParityCheck.TOLERANCE);
    }

    @Test
    void theParityCheckSeesAForgottenMirror() throws IOException {
        Plan plan = NetworkKind.DECK.plan(4);
        WeightMap weights = randomWeights(plan);

        Path onnx = exported(plan, weights, false);

        assertThat(new ParityCheck(true).largestDifference(plan, weights, onnx)).isGreaterThan(ParityCheck.TOLERANCE);
    }

    @Test
    void keepsTheContract() throws Exception {
        Plan plan = NetworkKind.DECK.plan(4);
        byte[] onnx = new OnnxExporter(identity, false).export(plan, randomWeights(plan));

        ModelProto model = ModelProto.parseFrom(onnx);
        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
        assertThat(model.getGraph().getInputList()).hasSize(1);
        assertThat(model.getGraph().getInput(0).getName()).isEqualTo("crops");
        assertThat(model.getGraph().getInput(0).getType().getTensorType().getElemType())
                .isEqualTo(TensorProto.DataType.UINT8.getNumber());
        assertThat(model.getGraph().getOutput(0).getName()).isEqualTo("probabilities");
        assertThat(model.getGraph().getNode(0).getOpType()).isEqualTo("Cast");
        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .doesNotContain("BatchNormalization");
        assertThat(model.getMetadataPropsList())
                .anyMatch(p -> p.getKey().equals("version") && p.getValue().equals("1.2.3"))
                .anyMatch(p -> p.getKey().equals("classes")
                        && p.getValue().equals("angry,disgust,fear,happy,sad,surprise,neutral"));

        Path file = Files.write(folder.resolve("made-up.onnx"), onnx);
        try (ExpressionModel opened = ExpressionModel.open(file)) {
            assertThat(opened.score(List.of(DrawnFaces.draw(Expression.SAD, 1), DrawnFaces.draw(Expression.FEAR, 2))))
                    .hasSize(2);
        }
    }

    private Path exported(Plan plan, WeightMap weights, boolean flip) throws IOException {
        return Files.write(folder.resolve("exported.onnx"), new OnnxExporter(identity, flip).export(plan, weights));
    }

    /** All drawn from one seed. Statistics of batch normalisation stand away from 0 and 1, so that folding them wrongly shows. */
    private static WeightMap randomWeights(Plan plan) {
        SplittableRandom random = new SplittableRandom(11);
        try (Network network = Network.create(plan, false)) {
            Map<String, Tensor> tensors =
                    new LinkedHashMap<>(WeightMap.of(network).tensors());
            tensors.replaceAll((name, tensor) -> new Tensor(tensor.shape(), drawn(name, tensor, random)));
            return new WeightMap(tensors);
        }
    }

    private static float[] drawn(String name, Tensor tensor, SplittableRandom random) {
        float[] values = new float[tensor.values().length];
        // A unit of output variance a layer, but logits so small that no picture's answer is certain
        double spread = name.equals("logits.weight") ? 0.1 : Math.sqrt(6.0 * tensor.shape()[0] / values.length);
        for (int i = 0; i < values.length; i++) {
            double uniform = random.nextDouble();
            if (name.endsWith(".weight")) {
                values[i] = (float) (spread * (2 * uniform - 1));
            } else if (name.endsWith("Var") || name.endsWith("gamma")) {
                values[i] = (float) (0.5 + uniform);
            } else {
                values[i] = (float) (uniform - 0.5);
            }
        }
        return values;
    }
}
