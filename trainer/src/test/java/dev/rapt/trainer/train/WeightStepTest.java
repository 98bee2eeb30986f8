package dev.rapt.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightStepTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);
    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void nesterovLooksAhead() {
        NDArray weight = manager.create(new float[] {1});
        NesterovSgd step = new NesterovSgd(0.9, 0.1, Map.of("a.weight", weight));

        // g = 0.5 + 0.1·1 = 0.6, v = 0.6, w = 1 − 0.1·(0.6 + 0.9·0.6) = 0.886
        step.step("a.weight", weight, manager.create(new float[] {0.5f}), 0.1, 1);
        assertThat(weight.getFloat()).isCloseTo(0.886f, ROUNDING);

        // g = −0.2 + 0.0886 = −0.1114, v = 0.54 − 0.1114 = 0.4286, w = 0.886 − 0.1·(−0.1114 + 0.38574) = 0.858566
        step.step("a.weight", weight, manager.create(new float[] {-0.2f}), 0.1, 2);
        assertThat(weight.getFloat()).isCloseTo(0.858566f, ROUNDING);
        assertThat(step.state().get("momentum/a.weight").getFloat()).isCloseTo(0.4286f, ROUNDING);
    }

    @Test
    void biasesAndNormalisationDontDecay() {
        NDArray gamma = manager.create(new float[] {1});
        NesterovSgd sgd = new NesterovSgd(0.9, 0.1, Map.of("a.gamma", gamma));
        sgd.step("a.gamma", gamma, manager.create(new float[] {0}), 0.1, 1);
        assertThat(gamma.getFloat()).isEqualTo(1);

        AdamW adam = new AdamW(0.1, Map.of("a.gamma", gamma));
        adam.step("a.gamma", gamma, manager.create(new float[] {0}), 0.1, 1);
        assertThat(gamma.getFloat()).isEqualTo(1);
    }

    @Test
    void adamCorrectsItsMeans() {
        NDArray weight = manager.create(new float[] {2});
        AdamW step = new AdamW(0.5, Map.of("a.weight", weight));

        // w = 2·(1 − 0.1·0.5) = 1.9; m̂ = g, √v̂ = |g|, so it moves by the whole rate: 1.8
        step.step("a.weight", weight, manager.create(new float[] {0.3f}), 0.1, 1);
        assertThat(weight.getFloat()).isCloseTo(1.8f, ROUNDING);

        // m = 0.9·0.03 − 0.1·0.6 = −0.033, m̂ = −0.033 / 0.19; v = 0.999·9e-5 + 0.001·0.36 = 4.4991e-4, v̂ = v /
        // 0.001999
        // w = 1.8·0.95 + 0.1·0.1736842 / 0.4744110 = 1.7466105
        step.step("a.weight", weight, manager.create(new float[] {-0.6f}), 0.1, 2);
        assertThat(weight.getFloat()).isCloseTo(1.7466105f, within(1e-5f));
    }

    @Test
    void theRateWarmsUpAndComesDown() {
        RateSchedule schedule = new RateSchedule(0.05, 0.04);

        assertThat(schedule.at(0)).isZero();
        assertThat(schedule.at(0.02)).isCloseTo(0.025, within(1e-9));
        assertThat(schedule.at(0.04)).isCloseTo(0.05, within(1e-9));
        assertThat(schedule.at(0.52)).isCloseTo(0.025, within(1e-9));
        assertThat(schedule.at(1)).isCloseTo(0, within(1e-9));
        assertThat(schedule.at(1.5)).isCloseTo(0, within(1e-9));
    }
}
