package dev.rapt.trainer.train;

import dev.rapt.trainer.network.NetworkKind;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.Tensor;
import dev.rapt.trainer.network.WeightMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint says about the model that came of it: the network, its averaged weights, how it was trained, and how
 * that went.
 */
public record TrainedModel(Plan plan, WeightMap weights, Map<String, String> recipe, List<EpochReport> history) {
    static final String AVERAGE = "average/";

    /** Reads a checkpoint; throws IOException with a sentence when the file isn't one. */
    public static TrainedModel read(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        Map<String, Tensor> average = new LinkedHashMap<>();
        checkpoint.tensors().forEach((name, tensor) -> {
            if (name.startsWith(AVERAGE)) {
                average.put(name.substring(AVERAGE.length()), tensor);
            }
        });
        String network = checkpoint.words().getOrDefault(RunFiles.NETWORK, "");
        if (average.isEmpty() || network.isEmpty()) {
            throw new IOException(file + " isn't a checkpoint of the trainer: it names no network or has no weights");
        }
        try {
            return new TrainedModel(
                    NetworkKind.planNamed(network),
                    new WeightMap(average),
                    RunFiles.recipe(checkpoint),
                    RunFiles.state(checkpoint).history());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
