package dev.rapt.trainer.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.rapt.trainer.network.Network;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.Tensor;
import dev.rapt.trainer.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network, its moving average and the optimiser's state: what learns, and what a checkpoint holds of it. */
final class Learner implements AutoCloseable {
    private static final double MOMENTUM = 0.9;

    /** Mean loss of a batch, and how many pictures the network had right before it learnt from them. */
    record Outcome(double loss, int right) {}

    private final long seed;
    private final Network network;
    private final MovingAverage average;
    private final Map<String, NDArray> learnt;
    private final WeightStep step;

    Learner(Plan plan, TrainingOptions options) {
        this.seed = options.seed();
        Engine.getInstance().setRandomSeed((int) seed);
        this.network = Network.create(plan, true);
        this.average = new MovingAverage(options.averageDecay(), network);
        this.learnt = network.arrays();
        learnt.keySet().removeIf(name -> !network.learns(name));
        this.step = switch (options.method()) {
            case SGD -> new NesterovSgd(MOMENTUM, options.weightDecay(), learnt);
            case ADAM -> new AdamW(options.weightDecay(), learnt);
        };
    }

    Plan plan() {
        return network.plan();
    }

    /** The network that is judged and exported. */
    Network average() {
        return average.network();
    }

    /** One step; {@code steps} were done before, and seed the step's dropout so that a resumed run repeats it. */
    Outcome learn(Batch batch, double rate, long steps) {
        Engine.getInstance().setRandomSeed((int) (seed * 31 + steps));
        Outcome outcome = backward(batch);
        if (!Double.isFinite(outcome.loss())) {
            throw new DivergedException(steps);
        }
        learnt.forEach((name, weight) -> {
            try (NDArray gradient = weight.getGradient()) {
                step.step(name, weight, gradient, rate, steps + 1);
                gradient.muli(0);
            }
        });
        average.follow(network.arrays(), steps);
        return outcome;
    }

    /** Cross-entropy against the targets' distributions; the gradients stay with the weights. */
    private Outcome backward(Batch batch) {
        int side = network.plan().side();
        int classes = batch.targets().length / batch.size();
        try (NDManager manager = network.manager().newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray levels = manager.create(batch.levels(), new Shape(batch.size(), 1, side, side));
            NDArray targets = manager.create(batch.targets(), new Shape(batch.size(), classes));
            NDArray logits = network.logits(levels, true);
            NDArray loss = logits.logSoftmax(1).mul(targets).sum().div(-batch.size());
            gradients.backward(loss);
            return new Outcome(loss.getFloat(), Scores.right(logits.toFloatArray(), batch.labels()));
        }
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays().forEach((name, array) -> tensors.put(name, Weights.read(array)));
        return tensors;
    }

    /** Takes over what {@link #tensors} gave; throws IllegalArgumentException if they are of another learner. */
    void restore(Map<String, Tensor> tensors) {
        Map<String, NDArray> arrays = arrays();
        if (!arrays.keySet().equals(tensors.keySet())) {
            throw new IllegalArgumentException("the checkpoint is of another network or method of training");
        }
        tensors.forEach((name, tensor) -> Weights.write(tensor, arrays.get(name)));
    }

    private Map<String, NDArray> arrays() {
        Map<String, NDArray> arrays = new LinkedHashMap<>(step.state());
        network.arrays().forEach((name, array) -> arrays.put("trained/" + name, array));
        average.network().arrays().forEach((name, array) -> arrays.put(TrainedModel.AVERAGE + name, array));
        return arrays;
    }

    @Override
    public void close() {
        average.close();
        network.close();
    }
}
