package dev.rapt.aggregator.timeline;

import dev.rapt.display.DisplaySettings;
import dev.rapt.display.ExpressionSmoother;
import java.util.Optional;

/**
 * What is displayed of one person's face, second by second in order: the mean probabilities of each second, corrected by
 * the priors and smoothed as every display of Rapt does it. For one thread.
 */
final class LabelWatch {

    private static final long SECOND_MILLIS = 1_000;
    private static final Label[] LABELS = Label.values();
    private static final Expression[] EXPRESSIONS = Expression.values();

    private final ExpressionSmoother smoother;
    private final double[] means = new double[EXPRESSIONS.length];
    private Optional<Label> shown = Optional.empty();
    private boolean measured;

    LabelWatch(DisplaySettings settings) {
        this(new ExpressionSmoother(settings));
    }

    private LabelWatch(ExpressionSmoother smoother) {
        this.smoother = smoother;
    }

    /** One that goes on on its own from here. */
    LabelWatch copy() {
        LabelWatch copy = new LabelWatch(smoother.copy());
        copy.shown = shown;
        return copy;
    }

    /** What is displayed in the next second: nothing unless a face was there whose expression could be seen. */
    Optional<Label> second(Second second) {
        measured = false;
        if (second.state() != Seconds.State.MEASURED) {
            shown = Optional.empty();
        } else {
            // A second that only bridges two frames shows what the one before it does
            second.slot().ifPresent(slot -> see(second.epochSecond(), slot));
        }
        return shown;
    }

    /** Whether the last second had probabilities of its own, so that {@link #corrected} means something. */
    boolean isMeasured() {
        return measured;
    }

    /** The last second's mean probability of an expression, corrected by the priors, not smoothed. */
    double corrected(Expression expression) {
        return smoother.corrected(expression.ordinal());
    }

    private void see(long epochSecond, Slot slot) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            means[i] = slot.mean(EXPRESSIONS[i]).orElse(0);
            sum += means[i];
        }
        measured = sum > 0;
        shown = measured
                ? Optional.of(
                        LABELS[smoother.next(epochSecond * SECOND_MILLIS, means).ordinal()])
                : Optional.empty();
    }
}
