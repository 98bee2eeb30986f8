package dev.rapt.trainer.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The weights of one network by name, as plain numbers. */
public record WeightMap(Map<String, Tensor> tensors) {
    public WeightMap {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** The tensor of this name; throws NoSuchElementException with the name when there is none. */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new NoSuchElementException("no weight is called " + name);
        }
        return tensor;
    }

    /** A network of this plan with these weights, ready to be run but not to be trained. */
    public Network network(Plan plan) {
        Network network = Network.create(plan, false);
        try {
            network.arrays().forEach((name, array) -> Weights.write(get(name), array));
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** A copy of a network's weights. */
    public static WeightMap of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.arrays().forEach((name, array) -> tensors.put(name, Weights.read(array)));
        return new WeightMap(tensors);
    }
}
