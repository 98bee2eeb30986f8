package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.trainer.dataset.LabelledImage;

/** A picture and what the model made of it. */
public record Outcome(LabelledImage image, ExpressionScores scores) {

    /** Whether the most probable expression is the picture's label. */
    public boolean right() {
        return scores.mostProbable() == image.label();
    }
}
