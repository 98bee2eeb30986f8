package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
import static dev.rapt.aggregator.timeline.Frames.poseless;
import static dev.rapt.aggregator.timeline.Frames.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static Tally of(Observation... frames) {
        return Tally.of(Frames.buckets(List.of(frames)).get(START));
    }

    @Test
    void aSecondWithFiveFramesWeighsAsMuchAsASecondWithOne() {
        // Given five happy frames in one second and one sad frame in the next
        Tally tally = of(
                face(0, Label.HAPPY),
                face(200, Label.HAPPY),
                face(400, Label.HAPPY),
                face(600, Label.HAPPY),
                face(800, Label.HAPPY),
                face(1_000, Label.SAD));

        // Then
        assertThat(tally.share(Label.HAPPY)).isEqualTo(.5);
        assertThat(tally.share(Label.SAD)).isEqualTo(.5);
        assertThat(tally.mean(Expression.HAPPY)).isEqualTo((.5 + .1) / 2);
        assertThat(tally.measuredFrames()).isEqualTo(6);
        assertThat(tally.scoredSeconds()).isEqualTo(2);
    }

    @Test
    void roundsHalfUpToMillionths() {
        Tally tally = of(face(0, Label.HAPPY), face(1, Label.SAD), face(2, Label.SAD));

        assertThat(tally.share(Label.HAPPY)).isEqualTo(.333333);
        assertThat(tally.share(Label.SAD)).isEqualTo(.666667);
        assertThat(tally.mean(Figure.CONFIDENCE)).isEqualTo(.9);
    }

    @Test
    void absentFramesCountButDontWeigh() {
        Tally tally = of(face(0, Label.HAPPY), absent(1, Absence.BLURRED), absent(1_000, Absence.NO_FACE));

        assertThat(tally.frames()).isEqualTo(3);
        assertThat(tally.absentFrames()).isEqualTo(2);
        assertThat(tally.mean(Expression.HAPPY)).isEqualTo(.5);
    }

    @Test
    void aFaceWithoutAnExpressionCountsForItsFiguresOnly() {
        // Given a scored second, and a second in which the same face is only seen, turned away
        Tally tally = of(face(0, Label.HAPPY), seen(1_000, 40.5, -10.25, .2));

        // Then
        assertThat(tally.measuredFrames()).isEqualTo(2);
        assertThat(tally.scoredFrames()).isEqualTo(1);
        assertThat(tally.measuredSeconds()).isEqualTo(2);
        assertThat(tally.mean(Expression.HAPPY)).isEqualTo(.5);
        assertThat(tally.share(Label.HAPPY)).isEqualTo(1);
        assertThat(tally.mean(Figure.EYE_OPENNESS)).isEqualTo(.25);
        assertThat(tally.mean(Angle.YAW)).isEqualTo((-4.25 + 40.5) / 2);
        assertThat(tally.mean(Angle.PITCH)).isEqualTo((2.5 - 10.25) / 2);
        assertThat(tally.mean(Trait.SHARPNESS)).isEqualTo(200);
    }

    @Test
    void anglesBelowZeroRoundHalfUpAsWell() {
        assertThat(of(seen(0, -.000001, 0, .3), seen(1, 0, 0, .3)).mean(Angle.YAW))
                .isZero();
        assertThat(of(seen(0, -.000002, 0, .3), seen(1, -.000001, 0, .3)).mean(Angle.YAW))
                .isEqualTo(-.000001);
        assertThat(of(seen(0, .000002, 0, .3), seen(1, .000001, 0, .3)).mean(Angle.YAW))
                .isEqualTo(.000002);
    }

    @Test
    void withoutAPoseThereIsNoAngle() {
        Tally tally = of(poseless(0, Label.HAPPY), face(1_000, Label.HAPPY));

        assertThat(tally.posedSeconds()).isEqualTo(1);
        assertThat(tally.mean(Angle.YAW)).isEqualTo(-4.25);
        Tally none = of(poseless(0, Label.HAPPY));
        assertThatThrownBy(() -> none.mean(Angle.YAW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> none.mean(Trait.BRIGHTNESS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLabelShownLongestIsDominantAndADrawDepends() {
        assertThat(of(face(0, Label.SAD), face(1_000, Label.FEAR), face(2_000, Label.FEAR))
                        .dominant())
                .isEqualTo(Label.FEAR);
        assertThat(of(face(0, Label.SAD), face(1_000, Label.FEAR)).dominant()).isEqualTo(Label.IT_DEPENDS);
        assertThat(of(face(0, Label.ANGRY)).dominant()).isEqualTo(Label.ANGRY);
        assertThat(of(face(0, Label.IT_DEPENDS)).dominant()).isEqualTo(Label.IT_DEPENDS);
    }

    @Test
    void withoutAMeasuredSecondThereIsNoMean() {
        Tally tally = of(absent(0, Absence.DARK));

        assertThat(tally.scoredSeconds()).isZero();
        assertThatThrownBy(tally::dominant).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tally.mean(Expression.SAD)).isInstanceOf(IllegalStateException.class);
    }
}
