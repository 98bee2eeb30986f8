package dev.rapt.trainer.dataset;

import dev.rapt.classifier.model.Expression;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that data sets use for the seven classes. */
final class ClassWords {
    private static final Map<String, Expression> WORDS = Map.ofEntries(
            Map.entry("angry", Expression.ANGRY),
            Map.entry("anger", Expression.ANGRY),
            Map.entry("disgust", Expression.DISGUST),
            Map.entry("disgusted", Expression.DISGUST),
            Map.entry("fear", Expression.FEAR),
            Map.entry("fearful", Expression.FEAR),
            Map.entry("afraid", Expression.FEAR),
            Map.entry("happy", Expression.HAPPY),
            Map.entry("happiness", Expression.HAPPY),
            Map.entry("joy", Expression.HAPPY),
            Map.entry("sad", Expression.SAD),
            Map.entry("sadness", Expression.SAD),
            Map.entry("surprise", Expression.SURPRISE),
            Map.entry("surprised", Expression.SURPRISE),
            Map.entry("neutral", Expression.NEUTRAL),
            Map.entry("neutrality", Expression.NEUTRAL));

    private ClassWords() {}

    /** The class of a folder of this name, in upper or lower case. */
    static Optional<Expression> expression(String word) {
        return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
    }
}
