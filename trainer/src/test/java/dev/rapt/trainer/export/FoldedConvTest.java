package dev.rapt.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.trainer.network.Layer.Conv;
import dev.rapt.trainer.network.Tensor;
import dev.rapt.trainer.network.WeightMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldedConvTest {
    @Test
    void multipliesTheNormalisationIn() {
        WeightMap weights = new WeightMap(Map.of(
                "c.weight", new Tensor(new long[] {2, 1, 1, 2}, new float[] {1, 2, 3, 4}),
                "c.gamma", vector(2, 3),
                "c.beta", vector(0.5f, -1),
                "c.runningMean", vector(1, 2),
                "c.runningVar", vector(3, 8)));

        FoldedConv folded = FoldedConv.of(new Conv("c", 2, 1, 1, true, true), weights, 1);

        // s = 2 / √(3 + 1) = 1 and 3 / √(8 + 1) = 1; bias = β − s·mean
        assertThat(folded.weight().values()).containsExactly(1, 2, 3, 4);
        assertThat(folded.bias().values()).containsExactly(-0.5f, -3);
        FoldedConv halved = FoldedConv.of(new Conv("c", 2, 1, 1, true, true), weights, 13);
        // s = 2 / √(3 + 13) = 0.5
        assertThat(halved.weight().values()).startsWith(0.5f, 1);
        assertThat(halved.bias().values()).startsWith(0);
    }

    @Test
    void leavesAConvolutionWithoutNormalisationAsItIs() {
        WeightMap weights = new WeightMap(
                Map.of("c.weight", new Tensor(new long[] {1, 1, 1, 1}, new float[] {3}), "c.bias", vector(4)));

        FoldedConv folded = FoldedConv.of(new Conv("c", 1, 1, 1, false, true), weights, 1);

        assertThat(folded.weight().values()).containsExactly(3);
        assertThat(folded.bias().values()).containsExactly(4);
    }

    private static Tensor vector(float... values) {
        return new Tensor(new long[] {values.length}, values);
    }
}
