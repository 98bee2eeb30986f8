package dev.rapt.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.classifier.model.Expression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** angry: 3 right, 1 read as sad; sad: 2 right, 2 read as angry; happy: 4 right, 1 read as neutral; no others. */
    private final ConfusionMatrix matrix = ConfusionMatrix.of(outcomes());

    @Test
    void countsLabelsDownAndAnswersAcross() {
        assertThat(matrix.counts().get(0)).containsExactly(3, 0, 0, 0, 1, 0, 0);
        assertThat(matrix.counts().get(4)).containsExactly(2, 0, 0, 0, 2, 0, 0);
        assertThat(matrix.counts().get(3)).containsExactly(0, 0, 0, 4, 0, 0, 1);
        assertThat(matrix.total()).isEqualTo(13);
    }

    @Test
    void figuresAreThoseWorkedOutByHand() {
        assertThat(matrix.accuracy()).isCloseTo(9.0 / 13, within(1e-12));
        assertThat(matrix.recall(Expression.ANGRY)).isEqualTo(0.75);
        assertThat(matrix.precision(Expression.ANGRY)).isEqualTo(0.6);
        // 2·0.75·0.6 / 1.35 = 2/3; sad: recall 1/2, precision 2/3, F1 4/7; happy: recall 0.8, precision 1, F1 8/9
        assertThat(matrix.f1(Expression.ANGRY)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(matrix.f1(Expression.SAD)).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(matrix.f1(Expression.HAPPY)).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(matrix.precision(Expression.NEUTRAL)).isZero();
        assertThat(matrix.f1(Expression.NEUTRAL)).isZero();
        // Of the three classes that have pictures
        assertThat(matrix.macroF1()).isCloseTo((2.0 / 3 + 4.0 / 7 + 8.0 / 9) / 3, within(1e-12));
    }

    @Test
    void nothingIsNothingButNoError() {
        ConfusionMatrix empty = ConfusionMatrix.of(List.of());

        assertThat(empty.accuracy()).isZero();
        assertThat(empty.macroF1()).isZero();
        assertThatThrownBy(() -> new ConfusionMatrix(List.of(List.of(1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theJsonHasThePromisedFields() {
        JsonNode json = ReportJson.of(matrix);

        assertThat(json.path("n").asInt()).isEqualTo(13);
        assertThat(json.path("accuracy").asDouble()).isEqualTo(0.692308);
        assertThat(json.path("macroF1").asDouble()).isEqualTo(0.708995);
        assertThat(json.path("perClass").path("angry").path("recall").asDouble())
                .isEqualTo(0.75);
        assertThat(json.path("perClass").size()).isEqualTo(7);
        assertThat(json.path("confusion").path(3).path(6).asInt()).isEqualTo(1);
        assertThat(json.path("confusion").path(6).size()).isEqualTo(7);
    }

    @Test
    void theTextHasTheFiguresAndTheMatrix() {
        String text = ReportText.of(matrix);

        assertThat(text).contains("accuracy 69.23 %", "macro-F1 0.7090");
        assertThat(text.lines().filter(line -> line.startsWith("angry")))
                .anyMatch(line -> line.matches("angry +4 +0\\.7500 +0\\.6000 +0\\.6667"))
                .anyMatch(line -> line.matches("angry +3 +0 +0 +0 +1 +0 +0"));
    }

    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        add(outcomes, Expression.ANGRY, Expression.ANGRY, 3);
        add(outcomes, Expression.ANGRY, Expression.SAD, 1);
        add(outcomes, Expression.SAD, Expression.SAD, 2);
        add(outcomes, Expression.SAD, Expression.ANGRY, 2);
        add(outcomes, Expression.HAPPY, Expression.HAPPY, 4);
        add(outcomes, Expression.HAPPY, Expression.NEUTRAL, 1);
        return outcomes;
    }

    private static void add(List<Outcome> outcomes, Expression label, Expression answer, int times) {
        for (int i = 0; i < times; i++) {
            outcomes.add(Outcomes.outcome(label, answer, 0.5));
        }
    }
}
