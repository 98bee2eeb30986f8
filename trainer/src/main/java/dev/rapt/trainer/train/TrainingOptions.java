package dev.rapt.trainer.train;

import dev.rapt.trainer.augment.Recipe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to train. The length is {@code epochs}, or {@code budget} of wall time if that isn't zero; the learning rate
 * follows the share of it that is used up, so it always comes down to nothing at the end.
 *
 * @param epochs passes over the training pictures, unless there is a budget
 * @param budget wall time of training and validation together, or zero
 * @param batchSize pictures a step
 * @param seed what shuffling, augmentation, first weights and dropout follow from
 * @param method how weights follow gradients
 * @param peakRate the largest learning rate
 * @param weightDecay pull of the weights towards zero; biases and normalisation are free of it
 * @param labelSmoothing share of the target that is spread over all classes
 * @param averageDecay how much the moving average keeps at each step
 * @param recipe how pictures are changed
 * @param checkpointEvery time between checkpoints within an epoch
 */
public record TrainingOptions(
        int epochs,
        Duration budget,
        int batchSize,
        long seed,
        Method method,
        double peakRate,
        double weightDecay,
        double labelSmoothing,
        double averageDecay,
        Recipe recipe,
        Duration checkpointEvery) {

    /** How weights follow gradients. */
    public enum Method {
        /** Stochastic gradient descent with Nesterov's momentum. */
        SGD("SGD with Nesterov momentum 0.9"),
        /** Adam with decoupled weight decay. */
        ADAM("AdamW");

        private final String words;

        Method(String words) {
            this.words = words;
        }
    }

    /** Refuses what can't be trained with. */
    public TrainingOptions {
        if (epochs < 1 && budget.isZero() || budget.isNegative() || batchSize < 2) {
            throw new IllegalArgumentException("there must be an epoch or a budget, and two pictures a batch");
        }
    }

    /** Whether wall time ends the run. */
    public boolean byTime() {
        return !budget.isZero();
    }

    /** The options as words for a model card. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("length", byTime() ? budget.toMinutes() + " minutes" : epochs + " epochs");
        words.put("batch", "" + batchSize);
        words.put("seed", "" + seed);
        words.put("optimiser", method.words);
        words.put("rate", "peak " + peakRate + ", 4 % linear warm-up, then half a cosine to 0");
        words.put("weight decay", "" + weightDecay);
        words.put("label smoothing", "" + labelSmoothing);
        words.put("weights", "exponential moving average, decay " + averageDecay);
        words.put("augmentation", recipe.words());
        return words;
    }
}
