package dev.rapt.classifier.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An estimate of what one face visibly expresses.
 *
 * @param probabilities seven values in [0, 1] in the order of {@link Expression}, which sum to 1 within a hundredth
 *     (a quantised network rounds)
 */
public record ExpressionScores(List<Float> probabilities) {

    private static final double TOLERANCE = .01;

    /** Refuses anything that isn't a distribution over the seven expressions. */
    public ExpressionScores {
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != Expression.COUNT) {
            throw new IllegalArgumentException(probabilities.size() + " probabilities instead of seven");
        }
        double sum = 0;
        for (float p : probabilities) {
            // Written so that NaN is refused
            if (!(p >= 0 && p <= 1 + TOLERANCE)) {
                throw new IllegalArgumentException(p + " is no probability");
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException("The probabilities sum to " + sum);
        }
    }

    /** Of seven values in the order of {@link Expression}. */
    public static ExpressionScores of(float... probabilities) {
        List<Float> list = new ArrayList<>(probabilities.length);
        for (float p : probabilities) {
            list.add(p);
        }
        return new ExpressionScores(list);
    }

    /** The probability of one expression. */
    public float probability(Expression expression) {
        return probabilities.get(expression.ordinal());
    }

    /** The most probable expression; of equals, the first. */
    public Expression mostProbable() {
        int best = 0;
        for (int i = 1; i < Expression.COUNT; i++) {
            if (probabilities.get(i) > probabilities.get(best)) {
                best = i;
            }
        }
        return Expression.values()[best];
    }

    /** How far the most probable expression is ahead of the second, in [0, 1]. */
    public double margin() {
        int best = mostProbable().ordinal();
        float second = 0;
        for (int i = 0; i < Expression.COUNT; i++) {
            if (i != best) {
                second = Math.max(second, probabilities.get(i));
            }
        }
        return (double) probabilities.get(best) - second;
    }
}
