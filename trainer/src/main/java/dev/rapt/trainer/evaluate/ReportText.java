package dev.rapt.trainer.evaluate;

import dev.rapt.classifier.model.Expression;
import java.util.Locale;

/** A confusion matrix as tables for a terminal. */
public final class ReportText {
    private ReportText() {}

    /** Accuracy, macro-F1, a line a class, and the matrix with labels down and answers across. */
    public static String of(ConfusionMatrix matrix) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "pictures %,d   accuracy %.2f %%   macro-F1 %.4f",
                matrix.total(),
                100 * matrix.accuracy(),
                matrix.macroF1());
        line(text, "");
        line(text, "%-9s %8s %8s %10s %8s", "class", "pictures", "recall", "precision", "F1");
        for (Expression label : Expression.values()) {
            line(
                    text,
                    "%-9s %,8d %8.4f %10.4f %8.4f",
                    label.wireName(),
                    matrix.support(label),
                    matrix.recall(label),
                    matrix.precision(label),
                    matrix.f1(label));
        }
        line(text, "");
        text.append(String.format(Locale.ROOT, "%-9s", "label"));
        Expression.wireNames().forEach(name -> text.append(String.format(Locale.ROOT, " %8s", name)));
        line(text, "   ← the model's answer");
        for (Expression label : Expression.values()) {
            text.append(String.format(Locale.ROOT, "%-9s", label.wireName()));
            matrix.counts()
                    .get(label.ordinal())
                    .forEach(count -> text.append(String.format(Locale.ROOT, " %,8d", count)));
            line(text, "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
