package dev.rapt.trainer.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.network.Network;
import dev.rapt.trainer.network.Plan;
import dev.rapt.trainer.network.WeightMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Runs the same pictures through DJL and through the exported file on ONNX Runtime, with the runner of production. The pictures are random: noise, and
 * smooth shades, which drive a network's layers quite differently.
 */
public final class ParityCheck {
    /** The largest difference of a probability that passes. */
    public static final double TOLERANCE = 1e-4;

    private static final int PICTURES = 48;

    private final boolean flipAverage;

    public ParityCheck(boolean flipAverage) {
        this.flipAverage = flipAverage;
    }

    /** The largest absolute difference of a probability. */
    public double largestDifference(Plan plan, WeightMap weights, Path onnx) {
        byte[] pictures = pictures(plan.side());
        float[] expected = ofDjl(plan, weights, pictures);
        float[] found = ofOnnxRuntime(plan, onnx, pictures);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs((double) expected[i] - found[i]));
        }
        return Double.isNaN(largest) || expected.length != found.length ? Double.POSITIVE_INFINITY : largest;
    }

    private static byte[] pictures(int side) {
        SplittableRandom random = new SplittableRandom(48);
        byte[] pictures = new byte[PICTURES * side * side];
        for (int p = 0; p < PICTURES; p++) {
            double across = random.nextDouble() - 0.5;
            double down = random.nextDouble() - 0.5;
            double noise = p % 2 == 0 ? 250 : 20;
            for (int i = 0; i < side * side; i++) {
                double shade = 128 + 4 * (across * (i % side - side / 2.0) + down * (i / side - side / 2.0));
                double level = shade + noise * (random.nextDouble() - 0.5);
                pictures[p * side * side + i] = (byte) Math.max(0, Math.min(255, level));
            }
        }
        return pictures;
    }

    private float[] ofDjl(Plan plan, WeightMap weights, byte[] pictures) {
        float[] levels = new float[pictures.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = pictures[i] & 255;
        }
        try (Network network = weights.network(plan);
                NDManager manager = network.manager().newSubManager()) {
            NDArray input = manager.create(levels, new Shape(PICTURES, 1, plan.side(), plan.side()));
            NDArray probabilities = network.logits(input, false).softmax(1);
            if (flipAverage) {
                NDArray mirrored = network.logits(input.flip(3), false).softmax(1);
                probabilities = probabilities.add(mirrored).div(2);
            }
            return probabilities.toFloatArray();
        }
    }

    private static float[] ofOnnxRuntime(Plan plan, Path onnx, byte[] pictures) {
        int size = plan.side() * plan.side();
        List<GreyImage> crops = IntStream.range(0, PICTURES)
                .mapToObj(p -> Arrays.copyOfRange(pictures, p * size, (p + 1) * size))
                .map(pixels -> new GreyImage(plan.side(), plan.side(), pixels))
                .toList();
        float[] probabilities = new float[PICTURES * Expression.COUNT];
        int at = 0;
        try (ExpressionModel model = ExpressionModel.open(onnx)) {
            for (ExpressionScores scores : model.score(crops)) {
                for (float probability : scores.probabilities()) {
                    probabilities[at++] = probability;
                }
            }
        }
        return probabilities;
    }
}
