package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.trainer.DrawnFaces;
import dev.rapt.trainer.dataset.LabelledImage;

/** Made-up outcomes. */
final class Outcomes {
    private Outcomes() {}

    /** An answer that leads the second by about the margin. */
    static Outcome outcome(Expression label, Expression answer, double margin) {
        float[] probabilities = new float[Expression.COUNT];
        java.util.Arrays.fill(probabilities, (float) ((1 - margin) / Expression.COUNT));
        probabilities[answer.ordinal()] += (float) margin;
        return new Outcome(
                new LabelledImage("made up", label, DrawnFaces.draw(label, 1)), ExpressionScores.of(probabilities));
    }
}
