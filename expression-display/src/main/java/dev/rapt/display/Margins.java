package dev.rapt.display;

/**
 * How far an expression must lead the next one, in probability.
 *
 * @param take the lead at which its label is taken
 * @param keep the lead at which the label that is displayed stays; less than {@code take}, so that a lead between the
 *     two changes nothing
 */
public record Margins(double take, double keep) {

    /** Refuses margins outside [0, 1], and a {@code keep} above {@code take}. */
    public Margins {
        // Written so that NaN is refused
        if (!(keep >= 0 && keep <= take && take <= 1)) {
            throw new IllegalArgumentException(
                    "Margins of " + take + " and " + keep + " aren't 1 >= take >= keep >= 0");
        }
    }
}
