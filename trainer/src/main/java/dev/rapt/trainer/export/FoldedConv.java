package dev.rapt.trainer.export;

import dev.rapt.trainer.network.Layer.Conv;
import dev.rapt.trainer.network.Tensor;
import dev.rapt.trainer.network.WeightMap;

/**
 * A convolution with the batch normalisation that follows it multiplied in: with s = gamma / √(variance + ε), the kernel
 * becomes s·w and the bias beta − s·mean. Exact for fixed statistics, which is what inference has.
 */
record FoldedConv(Tensor weight, Tensor bias) {

    static FoldedConv of(Conv layer, WeightMap weights, double epsilon) {
        Tensor weight = weights.get(layer.name() + ".weight");
        if (!layer.normalised()) {
            return new FoldedConv(weight, weights.get(layer.name() + ".bias"));
        }
        float[] gamma = weights.get(layer.name() + ".gamma").values();
        float[] beta = weights.get(layer.name() + ".beta").values();
        float[] mean = weights.get(layer.name() + ".runningMean").values();
        float[] variance = weights.get(layer.name() + ".runningVar").values();
        float[] folded = weight.values().clone();
        float[] bias = new float[gamma.length];
        int kernel = folded.length / gamma.length;
        for (int o = 0; o < gamma.length; o++) {
            double scale = gamma[o] / Math.sqrt(variance[o] + epsilon);
            bias[o] = (float) (beta[o] - scale * mean[o]);
            for (int i = o * kernel; i < (o + 1) * kernel; i++) {
                folded[i] = (float) (folded[i] * scale);
            }
        }
        return new FoldedConv(new Tensor(weight.shape(), folded), new Tensor(new long[] {gamma.length}, bias));
    }
}
