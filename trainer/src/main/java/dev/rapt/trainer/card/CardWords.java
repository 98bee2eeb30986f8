package dev.rapt.trainer.card;

import java.util.List;

/** The sentences that are the same on every card. */
final class CardWords {
    static final String USE =
            "Estimates which of seven expressions a cropped, upright, grey face visibly shows. Meant for"
                    + " timelines of a person who knows and agreed, read together with their coverage.";

    static final List<String> LIMITS = List.of(
            "It estimates what a face visibly expresses. It does not measure what a person feels, intends or is.",
            "Resting faces tend to be read as sad: whoever shows the result should weigh the probabilities by the training"
                    + " prior and a prior of the place of use.",
            "Disgust and fear are weak: disgust has 436 training pictures of 28,709, and both are often read as anger,"
                    + " sadness or surprise.",
            "FER2013's labels are noisy: people agree with them in about 65 % of the pictures, some pictures are no faces,"
                    + " and accuracy on them is bounded by that.",
            "FER2013 was gathered by web search, from posed and public pictures. Ages, skin tones, cultures, glasses,"
                    + " beards and face coverings are not represented evenly, and no figures by group exist.",
            "Crops must be framed as FER2013's are: eyes level, forehead to chin. Profiles, low light, motion blur and"
                    + " small faces make answers worse without making them less sure.",
            "The probabilities are not calibrated for any place of use.",
            "Not for decisions about people; the European AI Act forbids inferring emotions at work and in education.");

    static final List<String> NOISE = List.of(
            "Hundreds of pictures stand, pixel for pixel, in more than one split; figures are given with and without them.",
            "Some pictures are no faces, and some labels are wrong.");

    static final List<String> LICENCE = List.of(
            "The weights were trained by this project's own trainer from random numbers; no other network's weights are in"
                    + " them.",
            "FER2013 (Goodfellow et al., Challenges in Representation Learning, 2013; pictures gathered by Pierre-Luc"
                    + " Carrier and Aaron Courville) was published for a research challenge without a clear licence of the"
                    + " pictures; no picture is distributed with the model. Whoever uses the model commercially should have"
                    + " that examined.");

    private CardWords() {}
}
