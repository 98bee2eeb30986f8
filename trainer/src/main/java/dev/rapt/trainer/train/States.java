package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the weight steps have in common. */
final class States {
    private States() {}

    static Map<String, NDArray> zerosLike(String prefix, Map<String, NDArray> weights) {
        Map<String, NDArray> zeros = new LinkedHashMap<>();
        weights.forEach((name, weight) -> zeros.put(prefix + name, weight.zerosLike()));
        return zeros;
    }

    static boolean decays(String name) {
        return name.endsWith(".weight");
    }
}
