package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that the jar carries: it opens, fits its card, and keeps the contract that the detector's crops rely on. */
class DefaultModelTest {

    @Test
    void opensAndScoresCropsOfTheDetectorsSize() {
        try (ExpressionModel model = ExpressionModel.openDefault()) {
            // Given
            List<GreyImage> crops = ExpressionModelTest.crops(5, 48, 48);

            // When
            List<ExpressionScores> scores = model.score(crops);

            // Then
            assertThat(model.width()).isEqualTo(48);
            assertThat(model.height()).isEqualTo(48);
            assertThat(scores).hasSize(5);
            assertThat(model.card().name()).isNotBlank();
            assertThat(model.card().sha256()).hasSize(64);
            assertThat(model.card().trainingPrior()).hasSize(7);
            assertThat(Collections.max(model.card().trainingPrior())).isLessThan(1);
        }
        assertThat(ExpressionModel.liveNativeObjects()).isZero();
    }

    @Test
    void batchesOfARealNetworkAnswerWhatItsCropsAnswerOneByOne() {
        try (ExpressionModel model = ExpressionModel.openDefault()) {
            List<GreyImage> crops = ExpressionModelTest.crops(9, 48, 48);
            List<ExpressionScores> together = model.score(crops);
            for (int i = 0; i < crops.size(); i++) {
                List<Float> alone = model.score(List.of(crops.get(i))).get(0).probabilities();
                for (int c = 0; c < Expression.COUNT; c++) {
                    assertThat(together.get(i).probabilities().get(c))
                            .isCloseTo(alone.get(c), org.assertj.core.api.Assertions.within(1e-4f));
                }
            }
        }
    }
}
