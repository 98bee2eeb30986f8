package dev.rapt.trainer.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapt.classifier.model.Expression;

/** A confusion matrix and its figures as JSON. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    /**
     * {@code {"n":…,"accuracy":…,"macroF1":…,"perClass":{"angry":{"n":…,"recall":…,"precision":…,"f1":…},…},
     * "confusion":[[…]],"classes":[…]}}; the confusion's rows are labels, its columns the model's answers.
     */
    public static ObjectNode of(ConfusionMatrix matrix) {
        ObjectNode report = JSON.createObjectNode();
        report.put("n", matrix.total());
        report.put("accuracy", rounded(matrix.accuracy()));
        report.put("macroF1", rounded(matrix.macroF1()));
        ObjectNode perClass = report.putObject("perClass");
        for (Expression label : Expression.values()) {
            perClass.putObject(label.wireName())
                    .put("n", matrix.support(label))
                    .put("recall", rounded(matrix.recall(label)))
                    .put("precision", rounded(matrix.precision(label)))
                    .put("f1", rounded(matrix.f1(label)));
        }
        ArrayNode confusion = report.putArray("confusion");
        matrix.counts().forEach(row -> {
            ArrayNode cells = confusion.addArray();
            row.forEach(cells::add);
        });
        ArrayNode classes = report.putArray("classes");
        Expression.wireNames().forEach(classes::add);
        return report;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
