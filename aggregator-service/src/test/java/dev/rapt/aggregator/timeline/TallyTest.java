package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static dev.rapt.aggregator.timeline.Frames.absent;
import static dev.rapt.aggregator.timeline.Frames.face;
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
        assertThat(tally.sampledSeconds()).isEqualTo(2);
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

        assertThat(tally.sampledSeconds()).isZero();
        assertThatThrownBy(tally::dominant).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tally.mean(Expression.SAD)).isInstanceOf(IllegalStateException.class);
    }
}
