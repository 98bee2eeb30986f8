package dev.rapt.trainer.card;

import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ModelCard;
import dev.rapt.trainer.evaluate.ConfusionMatrix;
import dev.rapt.trainer.train.EpochReport;
import java.util.List;
import java.util.Locale;

/** A card for people. */
final class CardMarkdown {
    private final StringBuilder text = new StringBuilder();

    private CardMarkdown() {}

    static String of(CardContent content) {
        CardMarkdown writer = new CardMarkdown();
        writer.file(content);
        content.figures().ifPresent(writer::figures);
        writer.doubt(content);
        content.data().ifPresent(writer::data);
        writer.recipe(content);
        writer.list("Limits", CardWords.LIMITS);
        writer.list("Licence", CardWords.LICENCE);
        return writer.text.toString();
    }

    private void file(CardContent content) {
        int side = content.model().plan().side();
        line("# %s %s", content.identity().name(), content.identity().version());
        line("");
        line("%s", CardWords.USE);
        line("");
        line("- File: `%s`, %,d bytes, SHA-256 `%s`", content.file(), content.bytes(), content.sha256());
        line("- Input: `crops`, uint8 [N, 1, %d, %d], grey levels 0..255; normalisation is inside", side, side);
        line(
                "- Output: `probabilities`, float [N, 7]: %s",
                String.join(", ", content.identity().classes()));
        line(
                "- Network: `%s`%s",
                content.model().plan().name(),
                content.flipAverage() ? ", answering with the mean over the crop and its mirror image" : "");
        line("- DJL and ONNX Runtime agree to %.1e in any probability", content.parity());
    }

    private void figures(Figures figures) {
        line("");
        line("## Figures on %s", figures.split());
        line("");
        line("| | pictures | accuracy | macro-F1 |");
        line("|---|---|---|---|");
        row("all", figures.all());
        row("without the " + figures.twins() + " that stand in the training split too", figures.withoutTwins());
        line("");
        line("| class | pictures | recall | precision | F1 |");
        line("|---|---|---|---|---|");
        ConfusionMatrix all = figures.all();
        for (Expression label : Expression.values()) {
            line(
                    "| %s | %,d | %.3f | %.3f | %.3f |",
                    label.wireName(), all.support(label), all.recall(label), all.precision(label), all.f1(label));
        }
        line("");
        line("Labels down, answers across:");
        line("");
        line("| | %s |", String.join(" | ", Expression.wireNames()));
        line("|---%s|", "|---".repeat(Expression.COUNT));
        for (Expression label : Expression.values()) {
            List<String> cells = all.counts().get(label.ordinal()).stream()
                    .map(Object::toString)
                    .toList();
            line("| **%s** | %s |", label.wireName(), String.join(" | ", cells));
        }
    }

    private void row(String what, ConfusionMatrix matrix) {
        line("| %s | %,d | %.2f %% | %.3f |", what, matrix.total(), 100 * matrix.accuracy(), matrix.macroF1());
    }

    private void doubt(CardContent content) {
        line("");
        line("## When it says \"it depends\"");
        line("");
        line(
                "When its two highest probabilities differ by less than %.2f. %s",
                content.figures().map(figures -> figures.doubt().margin()).orElse(ModelCard.DEFAULT_MARGIN),
                MarginWords.of(content));
    }

    private void data(TrainingData data) {
        line("");
        line("## Data");
        line("");
        line("FER2013, %,d training pictures:", data.total());
        line("");
        line("| %s |", String.join(" | ", Expression.wireNames()));
        line("|%s", "---|".repeat(Expression.COUNT));
        for (Expression label : Expression.values()) {
            text.append(String.format(Locale.ROOT, "| %,d ", data.count(label)));
        }
        line("|");
        line("");
        CardWords.NOISE.forEach(note -> line("%s", note));
    }

    private void recipe(CardContent content) {
        line("");
        line("## Recipe");
        line("");
        content.model().recipe().forEach((name, value) -> line("- %s: %s", name, value));
        line("");
        line("| epoch | minutes | train loss | train accuracy | validation loss | validation accuracy |");
        line("|---|---|---|---|---|---|");
        for (EpochReport epoch : content.model().history()) {
            line(
                    "| %d | %.1f | %.3f | %.2f %% | %.3f | %.2f %% |",
                    epoch.epoch(),
                    epoch.minutes(),
                    epoch.trainLoss(),
                    100 * epoch.trainAccuracy(),
                    epoch.validationLoss(),
                    100 * epoch.validationAccuracy());
        }
    }

    private void list(String title, List<String> items) {
        line("");
        line("## %s", title);
        line("");
        items.forEach(item -> line("- %s", item));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
