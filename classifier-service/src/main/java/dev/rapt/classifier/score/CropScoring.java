package dev.rapt.classifier.score;

import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import java.util.List;

/** One call to a network. */
@FunctionalInterface
public interface CropScoring {

    /**
     * The scores of the crops, in their order.
     *
     * @throws dev.rapt.classifier.model.ModelException if the network fails
     */
    List<ExpressionScores> score(List<GreyImage> crops);
}
