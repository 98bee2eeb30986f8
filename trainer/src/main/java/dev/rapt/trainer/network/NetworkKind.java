package dev.rapt.trainer.network;

import dev.rapt.classifier.model.Expression;
import dev.rapt.trainer.network.Layer.Conv;
import dev.rapt.trainer.network.Layer.Dense;
import dev.rapt.trainer.network.Layer.Dropout;
import dev.rapt.trainer.network.Layer.Flatten;
import dev.rapt.trainer.network.Layer.GlobalAverage;
import dev.rapt.trainer.network.Layer.MaxPool;
import dev.rapt.trainer.network.Layer.Residual;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The networks that can be trained. */
public enum NetworkKind {
    /** Conv2D and MaxPooling blocks, Flatten, Dense: the classic small network, 357,000 weights at width 32. */
    DECK {
        @Override
        public Plan plan(int width) {
            return planOf(
                    this,
                    width,
                    List.of(
                            new Conv("conv1", width, 3, 1, false, true),
                            new MaxPool(2),
                            new Conv("conv2", 2 * width, 3, 1, false, true),
                            new MaxPool(2),
                            new Conv("conv3", 2 * width, 3, 1, false, true),
                            new MaxPool(2),
                            new Flatten(),
                            new Dense("dense1", 4 * width, true),
                            new Dropout(0.3),
                            new Dense("logits", Expression.COUNT, false)));
        }

        @Override
        public int usualWidth() {
            return 32;
        }
    },
    /** A stem and three residual stages that double the width and halve the side; 57 million products at width 24. */
    RESIDUAL {
        @Override
        public Plan plan(int width) {
            requireWidth(width);
            return planOf(
                    this,
                    width,
                    List.of(
                            new Conv("stem", width, 3, 1, true, true),
                            new MaxPool(2),
                            new Residual("stage1", 2 * width, 1),
                            new Residual("stage2", 4 * width, 2),
                            new Residual("stage3", 8 * width, 2),
                            new GlobalAverage(),
                            new Dropout(0.3),
                            new Dense("logits", Expression.COUNT, false)));
        }

        @Override
        public int usualWidth() {
            return 24;
        }

        @Override
        public int leastWidth() {
            return 8;
        }

        private void requireWidth(int width) {
            if (width < leastWidth()) {
                throw new IllegalArgumentException("a residual network is at least " + leastWidth()
                        + " wide: with fewer channels the engine's shortcuts write past their memory");
            }
        }
    };

    /** Side of the square input in pixels. */
    public static final int SIDE = 48;

    private static final Pattern NAME = Pattern.compile("(deck|residual):([1-9][0-9]{0,3})");
    private static final double MEAN_LEVEL = 129.5;
    private static final double LEVEL_DEVIATION = 65;

    /** The layers at a width: the number of channels of the first convolution. */
    public abstract Plan plan(int width);

    /** The width unless another is asked for. */
    public abstract int usualWidth();

    /**
     * The least width that trains soundly. The gradient of a 1×1 convolution with stride 2 over fewer than 16 channels
     * overruns its workspace in oneDNN (https://github.com/uxlfoundation/oneDNN/issues/6035): it hangs, crashes or is
     * wrong.
     */
    public int leastWidth() {
        return 1;
    }

    private static Plan planOf(NetworkKind kind, int width, List<Layer> layers) {
        return new Plan(kind.name().toLowerCase(Locale.ROOT) + ":" + width, SIDE, MEAN_LEVEL, LEVEL_DEVIATION, layers);
    }

    /** The plan of a name such as {@code residual:24}; throws IllegalArgumentException if there is no such network. */
    public static Plan planNamed(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("there is no network " + name);
        }
        NetworkKind kind = valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return kind.plan(Integer.parseInt(matcher.group(2)));
    }
}
