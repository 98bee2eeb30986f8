package dev.rapt.trainer.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rapt.trainer.dataset.LabelledImage;
import dev.rapt.trainer.network.Network;
import java.util.List;

/** Loss and accuracy of a network on unchanged pictures. */
final class Validator {
    private static final int BATCH = 64;

    record Result(double loss, double accuracy) {}

    Result validate(Network network, List<LabelledImage> images) {
        double loss = 0;
        int right = 0;
        for (int from = 0; from < images.size(); from += BATCH) {
            List<LabelledImage> part = images.subList(from, Math.min(images.size(), from + BATCH));
            float[] logLikelihoods = logLikelihoods(network, part);
            int classes = logLikelihoods.length / part.size();
            for (int i = 0; i < part.size(); i++) {
                int label = part.get(i).label().ordinal();
                loss -= logLikelihoods[i * classes + label];
                right += Scores.best(logLikelihoods, i * classes, classes) == label ? 1 : 0;
            }
        }
        return new Result(loss / images.size(), (double) right / images.size());
    }

    private static float[] logLikelihoods(Network network, List<LabelledImage> part) {
        int side = network.plan().side();
        float[] levels = new float[part.size() * side * side];
        for (int i = 0; i < part.size(); i++) {
            byte[] pixels = part.get(i).image().pixels();
            for (int p = 0; p < pixels.length; p++) {
                levels[i * pixels.length + p] = pixels[p] & 255;
            }
        }
        try (NDManager manager = network.manager().newSubManager()) {
            NDArray input = manager.create(levels, new Shape(part.size(), 1, side, side));
            return network.logits(input, false).logSoftmax(1).toFloatArray();
        }
    }
}
