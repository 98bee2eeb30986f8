package dev.rapt.display;

import java.time.Duration;

/**
 * How {@link FacingSmoother} works.
 *
 * @param timeConstant τ of the smoothed share of facing, above 0
 * @param gap after more than this without a measurement everything starts anew; above 0
 * @param rises the share at which somebody who was turned away is displayed as facing
 * @param falls the share at which somebody who was facing is displayed as turned away; below {@code rises}
 */
public record FacingSettings(Duration timeConstant, Duration gap, double rises, double falls) {

    /** A second of looking elsewhere changes nothing, two do; whether they come as frames or as means of seconds. */
    public static final FacingSettings DEFAULT =
            new FacingSettings(Duration.ofMillis(1_500), Duration.ofSeconds(5), .65, .35);

    /** Refuses times below a millisecond and shares that aren't {@code 0 < falls < rises < 1}. */
    public FacingSettings {
        if (timeConstant.toMillis() < 1 || gap.toMillis() < 1) {
            throw new IllegalArgumentException("A time constant and a gap are a millisecond or more");
        }
        if (!(falls > 0 && falls < rises && rises < 1)) {
            throw new IllegalArgumentException(
                    "Shares of " + rises + " and " + falls + " aren't 1 > rises > falls > 0");
        }
    }
}
