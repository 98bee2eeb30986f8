package dev.rapt.display;

import java.util.Optional;

/**
 * Whether one person is displayed as facing the screen: the share of facing measurements, smoothed by elapsed time as in
 * {@link ExpressionSmoother}, with one threshold up and a lower one down. For one thread; a measurement allocates nothing.
 */
public final class FacingSmoother {

    private final FacingSettings settings;
    private final double timeConstantMillis;
    private final long gapMillis;
    private boolean begun;
    private boolean facing;
    private double share;
    private long at;

    /** With the {@link FacingSettings#DEFAULT default settings}. */
    public FacingSmoother() {
        this(FacingSettings.DEFAULT);
    }

    public FacingSmoother(FacingSettings settings) {
        this.settings = settings;
        timeConstantMillis = settings.timeConstant().toMillis();
        gapMillis = settings.gap().toMillis();
    }

    /** One that goes on on its own from here. */
    public FacingSmoother copy() {
        FacingSmoother copy = new FacingSmoother(settings);
        copy.begun = begun;
        copy.facing = facing;
        copy.share = share;
        copy.at = at;
        return copy;
    }

    /**
     * Takes the next measurement and says what to display from now on. One that isn't later than the last changes
     * nothing.
     *
     * @param atMillis when it was captured, in milliseconds since any moment
     * @param measured how much of the measurement faces the screen, in [0, 1]: 0 or 1 for a frame, a share for a second
     * @throws IllegalArgumentException when it isn't in [0, 1]
     */
    public boolean next(long atMillis, double measured) {
        if (!(measured >= 0 && measured <= 1)) {
            throw new IllegalArgumentException(measured + " is no share");
        }
        if (!begun || atMillis - at > gapMillis) {
            begun = true;
            share = measured;
            facing = share >= .5;
        } else if (atMillis > at) {
            share += (1 - StrictMath.exp(-(atMillis - at) / timeConstantMillis)) * (measured - share);
            facing = facing ? share > settings.falls() : share >= settings.rises();
        } else {
            return facing;
        }
        at = atMillis;
        return facing;
    }

    /** What is displayed; empty before the first measurement and after {@link #reset}. */
    public Optional<Boolean> facing() {
        return begun ? Optional.of(facing) : Optional.empty();
    }

    /** Forgets everything, as for another person. */
    public void reset() {
        begun = false;
    }
}
