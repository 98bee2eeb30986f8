package dev.rapt.classifier.rest;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.ModelCard;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An estimate of what a face visibly expresses.
 *
 * @param probabilities by expression, summing to 1
 * @param dominant the label to show
 * @param margin how far the most probable expression is ahead of the second
 * @param model which model says so
 */
@Schema(name = "Expressions", description = "An estimate of what a face visibly expresses, not of what anyone feels")
record ExpressionsAnswer(
        @Schema(description = "Seven values in [0, 1] that sum to 1, in the model's order")
                Map<String, Float> probabilities,
        @Schema(
                        description =
                                "The most probable expression, or it-depends when its margin is below the model's",
                        examples = "happy")
                String dominant,
        @Schema(description = "How far the most probable expression is ahead of the second, in [0, 1]") double margin,
        Model model) {

    /** Which model. */
    @Schema(name = "Model")
    record Model(String name, String version) {}

    static ExpressionsAnswer of(ExpressionScores scores, ModelCard card) {
        Map<String, Float> probabilities = new LinkedHashMap<>();
        for (Expression expression : Expression.values()) {
            probabilities.put(expression.wireName(), scores.probability(expression));
        }
        return new ExpressionsAnswer(
                probabilities,
                card.dominance().labelOf(scores).wireName(),
                scores.margin(),
                new Model(card.name(), card.version()));
    }
}
