package dev.rapt.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.classifier.model.Expression;
import dev.rapt.trainer.DrawnFaces;
import dev.rapt.trainer.dataset.LabelledImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtMarginTest {
    @Test
    void liesWhereRightAnswersBecomeAsLikelyAsWrongOnes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double margin = i / 400.0;
            // A third right below 0.25, nine tenths from there on
            boolean right = margin < 0.25 ? i % 3 == 0 : i % 10 != 0;
            outcomes.add(Outcomes.outcome(Expression.SAD, right ? Expression.SAD : Expression.FEAR, margin));
        }

        DoubtMargin doubt = DoubtMargin.of(outcomes);

        assertThat(doubt.margin()).isBetween(0.23, 0.25);
        assertThat(doubt.accuracyBelow()).isCloseTo(1.0 / 3, within(0.02));
        assertThat(doubt.accuracyAbove()).isCloseTo(0.9, within(0.02));
        assertThat(doubt.share()).isCloseTo(doubt.margin(), within(0.01));
    }

    @Test
    void oneLuckyGuessAtTheBottomDoesntMoveIt() {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcomes.outcome(Expression.SAD, Expression.SAD, 0.001));
        for (int i = 1; i < 100; i++) {
            boolean right = i >= 30;
            outcomes.add(Outcomes.outcome(Expression.SAD, right ? Expression.SAD : Expression.FEAR, i / 100.0));
        }

        assertThat(DoubtMargin.of(outcomes).margin()).isCloseTo(0.3, within(0.0101));
    }

    @Test
    void aModelThatIsAlwaysRightNeverDoubts() {
        List<Outcome> outcomes = List.of(
                Outcomes.outcome(Expression.SAD, Expression.SAD, 0.004),
                Outcomes.outcome(Expression.FEAR, Expression.FEAR, 0.5));

        assertThat(DoubtMargin.of(outcomes)).isEqualTo(new DoubtMargin(0, 0, 0, 1));
    }

    @Test
    void aModelThatIsAlwaysWrongAlwaysDoubts() {
        List<Outcome> outcomes = List.of(Outcomes.outcome(Expression.SAD, Expression.FEAR, 0.9));

        assertThat(DoubtMargin.of(outcomes).margin()).isEqualTo(1);
    }

    @Test
    void twinsArePixelForPixelTheSame() {
        Twins twins = new Twins(DrawnFaces.set(1, 1));

        assertThat(twins.has(DrawnFaces.set(1, 1).get(3))).isTrue();
        LabelledImage other = new LabelledImage("x", Expression.SAD, DrawnFaces.draw(Expression.SAD, 999));
        assertThat(twins.has(other)).isFalse();
    }
}
