package dev.rapt.display;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is displayed of one person's face over time: a label that neither blinks nor lags.
 *
 * <p>Each measurement is corrected by the {@link Priors} and smoothed by the time that has passed, {@code s += α(p − s)}
 * with {@code α = 1 − exp(−Δt/τ)}, so that any frame rate smooths alike. A label is taken when its expression leads the
 * next by {@link Margins#take}, and stays until that lead falls below {@link Margins#keep}; then the expression that
 * leads by enough is taken, or {@link DisplayedLabel#IT_DEPENDS}. A face that has just changed has narrow margins, so
 * that the label follows at once; a still one has wide margins, so that a doubtful face keeps the label it has. A
 * measurement that is very different and doesn't support the label ends it at once: what is known then is that the
 * face has changed, and the next measurement says to what.
 *
 * <p>The same measurements give the same labels, to the last digit. For one thread; a measurement allocates nothing.
 */
public final class ExpressionSmoother {

    private final DisplaySettings settings;
    private final double[] weights;
    private final double timeConstantMillis;
    private final long gapMillis;
    private final long movementMillis;
    private final double[] corrected = new double[DisplayedLabel.EXPRESSIONS];
    private final double[] smoothed = new double[DisplayedLabel.EXPRESSIONS];
    private boolean begun;
    private boolean moving;
    private long at;
    private long movedAt;
    private DisplayedLabel label = DisplayedLabel.IT_DEPENDS;

    /** With the {@link DisplaySettings#DEFAULT default settings}. */
    public ExpressionSmoother() {
        this(DisplaySettings.DEFAULT);
    }

    public ExpressionSmoother(DisplaySettings settings) {
        this.settings = settings;
        weights = settings.priors().weights();
        timeConstantMillis = settings.timeConstant().toMillis();
        gapMillis = settings.gap().toMillis();
        movementMillis = settings.movementLasts().toMillis();
    }

    /** One that goes on on its own from here. */
    public ExpressionSmoother copy() {
        ExpressionSmoother copy = new ExpressionSmoother(settings);
        System.arraycopy(corrected, 0, copy.corrected, 0, corrected.length);
        System.arraycopy(smoothed, 0, copy.smoothed, 0, smoothed.length);
        copy.begun = begun;
        copy.moving = moving;
        copy.at = at;
        copy.movedAt = movedAt;
        copy.label = label;
        return copy;
    }

    /**
     * Takes the next measurement and says what to display from now on. One that isn't later than the last changes
     * nothing, so that a repeated or belated frame does no harm.
     *
     * @param atMillis when it was captured, in milliseconds since any moment
     * @param probabilities the model's, seven of 0 or more with a sum above 0, in the order of {@link DisplayedLabel};
     *     they are normalised here
     * @throws IllegalArgumentException when they are anything else
     */
    public DisplayedLabel next(long atMillis, double... probabilities) {
        correct(probabilities);
        if (!begun || atMillis - at > gapMillis) {
            begin();
        } else if (atMillis > at) {
            advance(atMillis);
        } else {
            return label;
        }
        at = atMillis;
        return label;
    }

    /** What is displayed; empty before the first measurement and after {@link #reset}. */
    public Optional<DisplayedLabel> label() {
        return begun ? Optional.of(label) : Optional.empty();
    }

    /** The corrected and smoothed probability of the expression with this index; 0 before the first measurement. */
    public double probability(int expression) {
        return smoothed[expression];
    }

    /** The last measurement's probability of the expression with this index, corrected and not smoothed. */
    public double corrected(int expression) {
        return corrected[expression];
    }

    /** Forgets everything, as for another person. */
    public void reset() {
        begun = false;
        Arrays.fill(smoothed, 0);
    }

    private void begin() {
        System.arraycopy(corrected, 0, smoothed, 0, smoothed.length);
        begun = true;
        moving = false;
        int best = best(smoothed);
        label = lead(smoothed, best) >= settings.moving().take() ? DisplayedLabel.of(best) : DisplayedLabel.IT_DEPENDS;
    }

    private void advance(long atMillis) {
        boolean changed = difference() >= settings.movement();
        if (changed) {
            moving = true;
            movedAt = atMillis;
        } else if (atMillis - movedAt > movementMillis) {
            moving = false;
        }
        double alpha = 1 - StrictMath.exp(-(atMillis - at) / timeConstantMillis);
        for (int i = 0; i < smoothed.length; i++) {
            smoothed[i] += alpha * (corrected[i] - smoothed[i]);
        }
        judge(changed, moving ? settings.moving() : settings.still());
    }

    private void judge(boolean changed, Margins margins) {
        boolean labelled = label != DisplayedLabel.IT_DEPENDS;
        int best = best(smoothed);
        if (changed && lead(corrected, labelled ? label.ordinal() : best) < settings.support()) {
            boolean another = labelled && best != label.ordinal() && lead(smoothed, best) >= margins.take();
            label = another ? DisplayedLabel.of(best) : DisplayedLabel.IT_DEPENDS;
        } else if (!labelled || lead(smoothed, label.ordinal()) < margins.keep()) {
            label = lead(smoothed, best) >= margins.take() ? DisplayedLabel.of(best) : DisplayedLabel.IT_DEPENDS;
        }
    }

    private void correct(double[] probabilities) {
        if (probabilities.length != corrected.length) {
            throw new IllegalArgumentException(probabilities.length + " probabilities instead of seven");
        }
        double sum = 0;
        for (int i = 0; i < corrected.length; i++) {
            // Written so that NaN is refused
            if (!(probabilities[i] >= 0 && probabilities[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(probabilities[i] + " is no probability");
            }
            corrected[i] = probabilities[i] * weights[i];
            sum += corrected[i];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("The probabilities sum to 0");
        }
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] /= sum;
        }
    }

    private double difference() {
        double difference = 0;
        for (int i = 0; i < smoothed.length; i++) {
            difference += Math.abs(corrected[i] - smoothed[i]);
        }
        return difference / 2;
    }

    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** How far an expression is ahead of the strongest other; below 0 when it is behind. */
    private static double lead(double[] values, int expression) {
        double other = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != expression) {
                other = Math.max(other, values[i]);
            }
        }
        return values[expression] - other;
    }
}
