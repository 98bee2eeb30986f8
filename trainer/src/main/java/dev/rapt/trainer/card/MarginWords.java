package dev.rapt.trainer.card;

import dev.rapt.trainer.evaluate.DoubtMargin;
import java.util.Locale;

/** How the margin was chosen, in a sentence. */
final class MarginWords {
    private MarginWords() {}

    static String of(CardContent content) {
        if (content.figures().isEmpty()) {
            return "The default: the model was exported without data to choose from.";
        }
        DoubtMargin doubt = content.figures().get().doubt();
        return String.format(
                Locale.ROOT,
                "The margin at which a right answer becomes as likely as a wrong one on %s (isotonic regression of right"
                        + " answers on the margin, rounded down to a hundredth): %.1f %% of the pictures lie below it"
                        + " (%.1f %% of those right), the others are right in %.1f %%.",
                content.figures().get().split(),
                100 * doubt.share(),
                100 * doubt.accuracyBelow(),
                100 * doubt.accuracyAbove());
    }
}
