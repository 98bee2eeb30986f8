package dev.rapt.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DominanceRuleTest {

    private static final ExpressionScores HAPPY_BY_A_QUARTER = ExpressionScores.of(0, 0, .125f, .5f, .125f, 0, .25f);

    @Test
    void theLeaderIsShownFromTheMarginOn() {
        assertThat(HAPPY_BY_A_QUARTER.margin()).isEqualTo(.25);
        assertThat(new DominanceRule(.25).labelOf(HAPPY_BY_A_QUARTER)).isEqualTo(Label.HAPPY);
        assertThat(new DominanceRule(.2501).labelOf(HAPPY_BY_A_QUARTER)).isEqualTo(Label.IT_DEPENDS);
    }

    @Test
    void ofEqualsTheFirstLeadsByNothing() {
        ExpressionScores tie = ExpressionScores.of(0, 0, .5f, 0, .5f, 0, 0);

        assertThat(tie.mostProbable()).isEqualTo(Expression.FEAR);
        assertThat(tie.margin()).isZero();
        assertThat(new DominanceRule(.01).labelOf(tie)).isEqualTo(Label.IT_DEPENDS);
    }

    @Test
    void theFirstAndTheLastExpressionLeadToo() {
        ExpressionScores angry = ExpressionScores.of(.7f, .3f, 0, 0, 0, 0, 0);
        ExpressionScores neutral = ExpressionScores.of(.3f, 0, 0, 0, 0, 0, .7f);

        assertThat(angry.margin()).isCloseTo(.4, within(1e-6));
        assertThat(new DominanceRule(.1).labelOf(angry)).isEqualTo(Label.ANGRY);
        assertThat(new DominanceRule(.1).labelOf(neutral)).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void namesAreThoseOfTheContract() {
        assertThat(Expression.wireNames())
                .containsExactly("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
        assertThat(Label.IT_DEPENDS.wireName()).isEqualTo("it-depends");
        for (Expression expression : Expression.values()) {
            assertThat(Label.of(expression).wireName()).isEqualTo(expression.wireName());
            assertThat(Expression.ofWireName(expression.wireName())).contains(expression);
        }
        assertThat(Expression.ofWireName("it-depends")).isEmpty();
    }

    @Test
    void refusesWhatIsNoDistribution() {
        refuses(.5f, .5f);
        refuses(.5f, .5f, .5f, 0, 0, 0, 0);
        refuses(Float.NaN, .5f, .5f, 0, 0, 0, 0);
        refuses(-.1f, .6f, .5f, 0, 0, 0, 0);
        assertThatThrownBy(() -> new DominanceRule(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DominanceRule(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(float... probabilities) {
        assertThatThrownBy(() -> ExpressionScores.of(probabilities)).isInstanceOf(IllegalArgumentException.class);
    }
}
