package dev.rapt.trainer.card;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.classifier.model.Expression;
import dev.rapt.classifier.model.ModelCard;
import dev.rapt.trainer.evaluate.ReportJson;
import dev.rapt.trainer.export.OnnxExporter;
import dev.rapt.trainer.export.ParityCheck;
import dev.rapt.trainer.network.Plan;
import java.util.List;

/** A card as JSON: what the classifier reads, and what people ask about. */
final class CardJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CardContent content;
    private final ObjectNode card = JSON.createObjectNode();

    private CardJson(CardContent content) {
        this.content = content;
    }

    static ObjectNode of(CardContent content) {
        CardJson writer = new CardJson(content);
        writer.file();
        writer.behaviour();
        writer.data();
        writer.recipe();
        writer.figures();
        strings(writer.card, "limits", CardWords.LIMITS);
        strings(writer.card, "licence", CardWords.LICENCE);
        return writer.card;
    }

    private void file() {
        Plan plan = content.model().plan();
        card.put("name", content.identity().name());
        card.put("version", content.identity().version());
        card.put("use", CardWords.USE);
        card.put("file", content.file());
        card.put("sha256", content.sha256());
        card.put("bytes", content.bytes());
        strings(card, "classes", content.identity().classes());
        card.putObject("input")
                .put("name", OnnxExporter.INPUT)
                .put("width", plan.side())
                .put("height", plan.side())
                .put("type", "uint8")
                .put("layout", "N1HW")
                .put("values", "grey levels 0..255, not normalised");
        card.putObject("output")
                .put("name", OnnxExporter.OUTPUT)
                .put("type", "float32")
                .put("layout", "N×7")
                .put("values", "probabilities that sum to 1, in the order of classes");
    }

    private void behaviour() {
        card.put(
                "itDependsMargin",
                content.figures().map(figures -> figures.doubt().margin()).orElse(ModelCard.DEFAULT_MARGIN));
        card.put("itDependsMarginChosen", MarginWords.of(content));
        content.data().ifPresent(data -> {
            ObjectNode prior = card.putObject("trainingPrior");
            for (Expression label : Expression.values()) {
                prior.put(label.wireName(), Math.round(1e6 * data.count(label) / data.total()) / 1e6);
            }
        });
    }

    private void data() {
        ObjectNode data = card.putObject("data");
        data.put("name", "FER2013");
        content.data().ifPresent(training -> {
            data.put("training", training.total());
            ObjectNode counts = data.putObject("trainingByClass");
            for (Expression label : Expression.values()) {
                counts.put(label.wireName(), training.count(label));
            }
        });
        content.figures().ifPresent(figures -> data.putObject("judgedOn")
                .put("split", figures.split())
                .put("pictures", figures.all().total())
                .put("alsoInTraining", figures.twins()));
        strings(data, "notes", CardWords.NOISE);
    }

    private void recipe() {
        ObjectNode recipe = card.putObject("recipe");
        recipe.put("network", content.model().plan().name());
        recipe.put("flipAverage", content.flipAverage());
        content.model().recipe().forEach(recipe::put);
        recipe.set("epochs", JSON.valueToTree(content.model().history()));
    }

    private void figures() {
        ObjectNode all = card.putObject("figures");
        content.figures().ifPresent(figures -> {
            all.set(figures.split(), ReportJson.of(figures.all()));
            all.set(
                    figures.split() + " without pictures that are also in training",
                    ReportJson.of(figures.withoutTwins()));
        });
        all.putObject("parity")
                .put("what", "largest difference of a probability, DJL against ONNX Runtime")
                .put("value", content.parity())
                .put("limit", ParityCheck.TOLERANCE);
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        node.set(name, JSON.valueToTree(values));
    }
}
