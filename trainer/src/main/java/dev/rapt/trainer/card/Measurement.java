package dev.rapt.trainer.card;

import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.trainer.dataset.Fer2013;
import dev.rapt.trainer.dataset.LabelledImage;
import dev.rapt.trainer.dataset.PictureReader;
import dev.rapt.trainer.dataset.Split;
import dev.rapt.trainer.dataset.SplitSource;
import dev.rapt.trainer.evaluate.ConfusionMatrix;
import dev.rapt.trainer.evaluate.DoubtMargin;
import dev.rapt.trainer.evaluate.Evaluator;
import dev.rapt.trainer.evaluate.Outcome;
import dev.rapt.trainer.evaluate.Twins;
import dev.rapt.trainer.network.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a card needs from the data: counts of the training pictures, and the model's figures on the others. */
public record Measurement(TrainingData data, Figures figures) {

    /** Runs an ONNX file over FER2013's validation split, or its test split where there is no other. */
    public static Measurement of(Path onnx, Plan plan, Path fer2013) {
        try (SplitSource source = Fer2013.open(fer2013, new PictureReader(plan.side(), plan.side()));
                ExpressionModel model = ExpressionModel.open(onnx)) {
            Split split = source.judgingSplit(Optional.empty());
            List<LabelledImage> training = source.read(Split.TRAIN).images();
            List<Outcome> outcomes =
                    Evaluator.evaluate(model, source.read(split).images());
            Twins twins = new Twins(training);
            List<Outcome> unseen = outcomes.stream()
                    .filter(outcome -> !twins.has(outcome.image()))
                    .toList();
            Figures figures = new Figures(
                    split.usage(), ConfusionMatrix.of(outcomes), ConfusionMatrix.of(unseen), DoubtMargin.of(outcomes));
            return new Measurement(TrainingData.of(training), figures);
        }
    }
}
