package dev.rapt.trainer.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link Plan} with weights, on DJL. Owns its weights until it is closed; not safe for use from several threads.
 * Weight names are the layer's name, a point, and what it is: {@code stem.weight}, {@code stage1.a.gamma}.
 */
public final class Network implements AutoCloseable {
    private final Plan plan;
    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;
    private final Map<String, Parameter> parameters;

    private Network(Plan plan, NDManager manager, Block block, Map<String, Parameter> parameters) {
        this.plan = plan;
        this.manager = manager;
        this.block = block;
        this.parameters = parameters;
        this.store = new ParameterStore(manager, false);
    }

    /** A network with random weights; they can be trained when {@code trainable}. */
    public static Network create(Plan plan, boolean trainable) {
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Block block = new BlockBuilder(parameters).build(plan);
        block.setInitializer(new ChannelsLastHe(), Parameter.Type.WEIGHT);
        if (!trainable) {
            block.freezeParameters(true);
        }
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, plan.side(), plan.side()));
        return new Network(plan, manager, block, Collections.unmodifiableMap(parameters));
    }

    public Plan plan() {
        return plan;
    }

    /** Logits (N, classes) of grey levels (N, 1, side, side); the result belongs to the input's manager. */
    public NDArray logits(NDArray levels, boolean training) {
        NDArray normalised = levels.sub((float) plan.mean()).div((float) plan.deviation());
        return block.forward(store, new NDList(normalised), training).singletonOrThrow();
    }

    /** The live arrays by name: whoever changes one changes the network. */
    public Map<String, NDArray> arrays() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> arrays.put(name, parameter.getArray()));
        return arrays;
    }

    /** Whether gradients change this weight; the running statistics of batch normalisation are no such weights. */
    public boolean learns(String name) {
        return parameters.get(name).requiresGradient();
    }

    /** Where this network's arrays live. */
    public NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
