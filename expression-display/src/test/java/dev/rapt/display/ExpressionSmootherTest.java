package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionSmootherTest {

    private static final DisplaySettings AS_THE_MODEL_SAYS = DisplaySettings.DEFAULT.withPriors(Priors.NONE);
    private static final double[] HAPPY = {0, 0, 0, 1, 0, 0, 0};
    private static final double[] NEUTRAL = {0, 0, 0, 0, 0, 0, 1};
    private static final double[] UNSURE = {.2, .1, .2, .1, .2, .1, .1};
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void theFirstMeasurementShowsAtOnce() {
        ExpressionSmoother smoother = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        assertThat(smoother.label()).isEmpty();
        assertThat(smoother.next(0, HAPPY)).isEqualTo(DisplayedLabel.HAPPY);
        assertThat(smoother.label()).contains(DisplayedLabel.HAPPY);
        assertThat(new ExpressionSmoother(AS_THE_MODEL_SAYS).next(0, UNSURE)).isEqualTo(DisplayedLabel.IT_DEPENDS);
    }

    @Test
    void smoothsByTheTimeThatHasPassed() {
        // Given the same second in one step and in ten
        ExpressionSmoother once = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        ExpressionSmoother often = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        once.next(0, NEUTRAL);
        often.next(0, NEUTRAL);

        // When
        once.next(1000, HAPPY);
        for (int millis = 100; millis <= 1000; millis += 100) {
            often.next(millis, HAPPY);
        }

        // Then
        double expected = 1 - Math.exp(-1000 / 400.0);
        assertThat(once.probability(3)).isCloseTo(expected, CLOSE);
        assertThat(often.probability(3)).isCloseTo(expected, CLOSE);
        assertThat(once.probability(6)).isCloseTo(1 - expected, CLOSE);
    }

    @Test
    void aClearChangeShowsWithinASecond() {
        ExpressionSmoother smoother = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        smoother.next(0, NEUTRAL);
        smoother.next(500, HAPPY);
        assertThat(smoother.next(1000, HAPPY)).isEqualTo(DisplayedLabel.HAPPY);
    }

    @Test
    void startsAnewAfterAGap() {
        ExpressionSmoother smoother = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        smoother.next(0, NEUTRAL);
        smoother.next(5_001, HAPPY);
        assertThat(smoother.probability(3)).isEqualTo(1);
        smoother.next(10_001, NEUTRAL);
        assertThat(smoother.probability(3)).isPositive();
    }

    @Test
    void whatIsNotLaterChangesNothing() {
        ExpressionSmoother smoother = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        smoother.next(1000, NEUTRAL);
        assertThat(smoother.next(1000, HAPPY)).isEqualTo(DisplayedLabel.NEUTRAL);
        assertThat(smoother.next(400, HAPPY)).isEqualTo(DisplayedLabel.NEUTRAL);
        assertThat(smoother.probability(6)).isEqualTo(1);
    }

    @Test
    void forgetsWhenTold() {
        ExpressionSmoother smoother = new ExpressionSmoother(AS_THE_MODEL_SAYS);
        smoother.next(1000, NEUTRAL);
        smoother.reset();
        assertThat(smoother.label()).isEmpty();
        assertThat(smoother.next(1, HAPPY)).isEqualTo(DisplayedLabel.HAPPY);
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void aStillFaceKeepsItsLabelHoweverDoubtful(double lead) {
        // Given a face whose expression is nearly as likely as another, with the noise of a camera
        Random random = new Random(3);
        ExpressionSmoother smoother = new ExpressionSmoother();
        double[] weights = Priors.DEFAULT.weights();
        int changes = 0;
        DisplayedLabel last = null;
        double[] noise = new double[7];

        // When it is seen for ten minutes, twice a second
        for (int frame = 0; frame < 1200; frame++) {
            double[] face = {.08, .03, .06, .03, .4 - lead / 2, .03, .4 + lead / 2};
            for (int i = 0; i < face.length; i++) {
                noise[i] = .7 * noise[i] + .12 * random.nextGaussian();
                face[i] = face[i] / weights[i] * Math.exp(noise[i]);
            }
            DisplayedLabel now = smoother.next(500L * frame, face);
            changes += last != null && now != last ? 1 : 0;
            last = now;
        }

        // Then
        assertThat(changes / 10.0).isLessThanOrEqualTo(1);
    }

    static Stream<Double> doubts() {
        return Stream.of(-.1, 0., .1, .2, .3, .4, .45, .5, .55, .6);
    }

    @Test
    void aRestingFaceThatTheModelReadsAsSadIsShownAsNeutral() {
        // Given what the model says of a resting face with lowered lids
        double[] lowered = {.08, .03, .08, .01, .45, .01, .34};

        // Then
        assertThat(new ExpressionSmoother().next(0, lowered)).isEqualTo(DisplayedLabel.NEUTRAL);
        assertThat(new ExpressionSmoother(AS_THE_MODEL_SAYS).next(0, lowered)).isEqualTo(DisplayedLabel.IT_DEPENDS);
    }

    @Test
    void refusesWhatIsNoDistribution() {
        ExpressionSmoother smoother = new ExpressionSmoother();
        assertThatThrownBy(() -> smoother.next(0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> smoother.next(0, 0, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> smoother.next(0, 1, 0, 0, 0, 0, 0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> smoother.next(0, 1, 0, 0, 0, 0, 0, -.1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(smoother.label()).isEmpty();
    }
}
