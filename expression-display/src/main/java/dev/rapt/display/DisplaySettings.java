package dev.rapt.display;

import java.time.Duration;
import java.util.Objects;

/**
 * How {@link ExpressionSmoother} works. docs/performance.md says how the defaults were found.
 *
 * @param timeConstant τ: what is displayed has gone 63 % of the way to a new value after this time; above 0
 * @param gap after more than this without a measurement everything starts anew; above 0
 * @param moving the margins while the face changes
 * @param still the margins while it doesn't: wider apart, so that a doubtful face doesn't blink
 * @param movement how different a measurement is from what is displayed when the face counts as changing: half the sum
 *     of the absolute differences of the probabilities, in [0, 1]
 * @param movementLasts for how long after such a measurement the face counts as changing; 0 or more
 * @param support how far the displayed expression must lead in such a measurement itself, in [0, 1]; a label without it
 *     is given up at once
 * @param priors the correction of the model's probabilities
 */
public record DisplaySettings(
        Duration timeConstant,
        Duration gap,
        Margins moving,
        Margins still,
        double movement,
        Duration movementLasts,
        double support,
        Priors priors) {

    /** τ = 0.4 s; found for 2 frames a second, tested from 1 to 10. */
    public static final DisplaySettings DEFAULT = new DisplaySettings(
            Duration.ofMillis(400),
            Duration.ofSeconds(5),
            new Margins(.15, .1),
            new Margins(.55, .1),
            .25,
            Duration.ofMillis(1500),
            .2,
            Priors.DEFAULT);

    /** Refuses times and shares out of range. */
    public DisplaySettings {
        Objects.requireNonNull(moving, "moving");
        Objects.requireNonNull(still, "still");
        Objects.requireNonNull(priors, "priors");
        if (timeConstant.toMillis() < 1 || gap.toMillis() < 1 || movementLasts.isNegative()) {
            throw new IllegalArgumentException("A time constant and a gap are a millisecond or more");
        }
        if (!(movement >= 0 && movement <= 1 && support >= 0 && support <= 1)) {
            throw new IllegalArgumentException("Movement " + movement + " and support " + support + " are in [0, 1]");
        }
    }

    /** The same with another correction. */
    public DisplaySettings withPriors(Priors other) {
        return new DisplaySettings(timeConstant, gap, moving, still, movement, movementLasts, support, other);
    }
}
