package dev.rapt.display;

import java.util.List;

/**
 * How often each expression occurs, where the model learnt and where it is used. A classifier that is trained on other
 * shares than it meets is corrected by dividing each probability by the share in training, multiplying it by the share
 * in use and normalising (Saerens, Latinne and Decaestecker, 2002: Adjusting the outputs of a classifier to new a priori
 * probabilities).
 *
 * @param training seven shares above 0, in the order of {@link DisplayedLabel}
 * @param use seven shares above 0, in the same order
 */
public record Priors(List<Double> training, List<Double> use) {

    /** FER2013's training split: 28,709 pictures of which 3,995 angry, 436 disgust, 4,097 fear, 7,215 happy and so on. */
    public static final List<Double> FER2013 = List.of(.139155, .015187, .142708, .251315, .168240, .110453, .172942);

    /**
     * What we expect of people before a webcam: mostly neutral, then happy and open mouths, which the model calls
     * surprise, and little else. An assumption, not a measurement: put in your own where you know better.
     */
    public static final List<Double> MEETING = List.of(.05, .02, .04, .25, .06, .20, .38);

    /** The correction that is used by default. */
    public static final Priors DEFAULT = new Priors(FER2013, MEETING);

    /** No correction: what the model says is displayed. */
    public static final Priors NONE = new Priors(FER2013, FER2013);

    /** Refuses lists that aren't seven finite numbers above 0. */
    public Priors {
        training = checked(training);
        use = checked(use);
    }

    double[] weights() {
        double[] weights = new double[DisplayedLabel.EXPRESSIONS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = use.get(i) / training.get(i);
        }
        return weights;
    }

    private static List<Double> checked(List<Double> shares) {
        List<Double> copy = List.copyOf(shares);
        if (copy.size() != DisplayedLabel.EXPRESSIONS
                || !copy.stream().allMatch(share -> share > 0 && Double.isFinite(share))) {
            throw new IllegalArgumentException("A prior has seven shares above 0, not " + copy);
        }
        return copy;
    }
}
