package dev.rapt.classifier.model;

/**
 * Which label a face is shown with: the most probable expression when it leads the second by at least the margin, else
 * {@link Label#IT_DEPENDS}.
 *
 * @param margin the lead that is asked for, in [0, 1]
 */
public record DominanceRule(double margin) {

    /** Refuses a margin outside [0, 1]. */
    public DominanceRule {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("A margin of " + margin + " isn't in [0, 1]");
        }
    }

    /** The label to show. */
    public Label labelOf(ExpressionScores scores) {
        return scores.margin() >= margin ? Label.of(scores.mostProbable()) : Label.IT_DEPENDS;
    }
}
