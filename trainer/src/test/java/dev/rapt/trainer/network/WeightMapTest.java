package dev.rapt.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightMapTest {
    private final Plan plan = NetworkKind.RESIDUAL.plan(8);

    @Test
    void copiesEveryWeightThereAndBack() {
        try (Network network = Network.create(plan, true)) {
            WeightMap weights = WeightMap.of(network);

            try (Network copy = weights.network(plan)) {
                assertThat(copy.arrays().keySet())
                        .contains("stem.weight", "stage1.a.gamma", "stage3.shortcut.runningVar");
                WeightMap.of(copy).tensors().forEach((name, tensor) -> assertThat(tensor.values())
                        .as(name)
                        .isEqualTo(weights.get(name).values()));
            }
        }
    }

    @Test
    void kernelsAreReadInTheOrderOfTheirShape() {
        try (Network network = Network.create(plan, false)) {
            float[] numbers = new float[16 * 8 * 3 * 3];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            Weights.write(
                    new Tensor(new long[] {16, 8, 3, 3}, numbers),
                    network.arrays().get("stage1.a.weight"));

            // The array itself lies with the channel innermost, its values don't
            assertThat(Weights.read(network.arrays().get("stage1.a.weight")).values())
                    .isEqualTo(numbers);
            assertThat(network.arrays().get("stage1.a.weight").getFloat(1, 0, 2, 1))
                    .isEqualTo(1 * 72 + 0 + 2 * 3 + 1);
        }
    }

    @Test
    void refusesWeightsOfAnotherNetwork() {
        try (Network network = Network.create(plan, false)) {
            WeightMap weights = WeightMap.of(network);
            assertThatThrownBy(() -> weights.network(NetworkKind.RESIDUAL.plan(9)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("shape");
            Map<String, Tensor> fewer = new LinkedHashMap<>(weights.tensors());
            fewer.remove("logits.bias");
            assertThatThrownBy(() -> new WeightMap(fewer).network(plan)).hasMessageContaining("logits.bias");
        }
    }

    @Test
    void plansAreFoundByTheirName() {
        assertThat(NetworkKind.planNamed("residual:24")).isEqualTo(NetworkKind.RESIDUAL.plan(24));
        assertThat(NetworkKind.planNamed(NetworkKind.DECK.plan(8).name())).isEqualTo(NetworkKind.DECK.plan(8));
        assertThatThrownBy(() -> NetworkKind.planNamed("residual")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkKind.planNamed("residual:7")).hasMessageContaining("at least 8");
        assertThatThrownBy(() -> NetworkKind.planNamed("vgg:8")).isInstanceOf(IllegalArgumentException.class);
    }
}
