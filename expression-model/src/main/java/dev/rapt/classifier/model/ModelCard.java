package dev.rapt.classifier.model;

import java.util.List;

/**
 * What a model says of itself: the part of its {@code model-card.json} that running it depends on. The classes are
 * always the seven of {@link Expression}, in that order; a card with others is refused.
 *
 * @param name the model's name, as the events carry it
 * @param version its version, as the events carry it
 * @param sha256 SHA-256 of the network's file in lower-case hexadecimal, or empty when the card says none
 * @param width columns of the crops it eats, in pixels
 * @param height rows of them
 * @param itDependsMargin the lead below which a face is shown as {@code it-depends}, in [0, 1]
 * @param trainingPrior how often each class occurred in the training, in the order of {@link Expression}, summing to 1;
 *     empty when the card says none
 */
public record ModelCard(
        String name,
        String version,
        String sha256,
        int width,
        int height,
        double itDependsMargin,
        List<Double> trainingPrior) {

    /** The margin of a model whose card says none, and of a model without a card. */
    public static final double DEFAULT_MARGIN = .1;

    /** Refuses a card that couldn't be run. */
    public ModelCard {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("The card has no name or no version");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("The card's input is " + width + "×" + height);
        }
        trainingPrior = List.copyOf(trainingPrior);
        if (!trainingPrior.isEmpty() && trainingPrior.size() != Expression.COUNT) {
            throw new IllegalArgumentException("The card's training prior has " + trainingPrior.size() + " values");
        }
        new DominanceRule(itDependsMargin);
    }

    /** The rule that turns scores into the label to show. */
    public DominanceRule dominance() {
        return new DominanceRule(itDependsMargin);
    }
}
