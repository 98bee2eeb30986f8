package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.trainer.dataset.LabelledImage;
import java.util.ArrayList;
import java.util.List;

/** Puts pictures through a model in batches, with the very runner that the classifier uses. */
public final class Evaluator {
    private static final int BATCH = 64;

    private Evaluator() {}

    /** The outcome of every picture, in their order. Pictures must have the model's size. */
    public static List<Outcome> evaluate(ExpressionModel model, List<LabelledImage> images) {
        List<Outcome> outcomes = new ArrayList<>(images.size());
        for (int from = 0; from < images.size(); from += BATCH) {
            List<LabelledImage> batch = images.subList(from, Math.min(images.size(), from + BATCH));
            List<GreyImage> crops = batch.stream().map(LabelledImage::image).toList();
            List<ExpressionScores> scores = model.score(crops);
            for (int i = 0; i < batch.size(); i++) {
                outcomes.add(new Outcome(batch.get(i), scores.get(i)));
            }
        }
        return outcomes;
    }
}
