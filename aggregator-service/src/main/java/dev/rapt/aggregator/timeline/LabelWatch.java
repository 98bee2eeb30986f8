package dev.rapt.aggregator.timeline;

import dev.rapt.display.DisplaySettings;
import dev.rapt.display.ExpressionSmoother;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is displayed of one person's face, second by second in order: the mean probabilities of each second, smoothed as
 * every display of Rapt does it. For one thread.
 */
public final class LabelWatch {

    /** How much of a person's latest time tells what is displayed now. */
    public static final Duration LATEST = Duration.ofMinutes(1);

    private static final long SECOND_MILLIS = 1_000;
    private static final Label[] LABELS = Label.values();
    private static final Expression[] EXPRESSIONS = Expression.values();

    private final ExpressionSmoother smoother;
    private final double[] means = new double[EXPRESSIONS.length];
    private Optional<Label> shown = Optional.empty();

    LabelWatch(DisplaySettings settings) {
        this.smoother = new ExpressionSmoother(settings);
    }

    /** What is displayed after the last of these buckets, which are in order. */
    public static Optional<Label> latest(DisplaySettings settings, Iterator<Bucket> buckets) {
        LabelWatch watch = new LabelWatch(settings);
        while (buckets.hasNext()) {
            Bucket bucket = buckets.next();
            long second = bucket.start().getEpochSecond();
            for (Slot slot : bucket.slots()) {
                if (slot.frames() > 0) {
                    watch.see(second, slot);
                }
                second++;
            }
        }
        return watch.shown;
    }

    /** What is displayed in the next second: nothing unless a face was there whose expression could be seen. */
    Optional<Label> second(Second second) {
        if (second.state() != Seconds.State.MEASURED) {
            shown = Optional.empty();
        } else {
            // A second that only bridges two frames shows what the one before it does
            second.slot().ifPresent(slot -> see(second.epochSecond(), slot));
        }
        return shown;
    }

    private void see(long epochSecond, Slot slot) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            OptionalDouble mean = slot.mean(EXPRESSIONS[i]);
            means[i] = mean.orElse(0);
            sum += means[i];
        }
        shown = sum > 0
                ? Optional.of(
                        LABELS[smoother.next(epochSecond * SECOND_MILLIS, means).ordinal()])
                : Optional.empty();
    }
}
