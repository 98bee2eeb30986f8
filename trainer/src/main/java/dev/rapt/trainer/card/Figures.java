package dev.rapt.trainer.card;

import dev.rapt.trainer.evaluate.ConfusionMatrix;
import dev.rapt.trainer.evaluate.DoubtMargin;

/**
 * What was measured of an exported file on pictures that it wasn't trained on.
 *
 * @param split the split's name in the challenge
 * @param all over all pictures of the split
 * @param withoutTwins over those that don't stand among the training pictures too
 * @param doubt when to say "it depends"
 */
public record Figures(String split, ConfusionMatrix all, ConfusionMatrix withoutTwins, DoubtMargin doubt) {

    /** How many pictures of the split stand in the training split too. */
    public int twins() {
        return all.total() - withoutTwins.total();
    }
}
