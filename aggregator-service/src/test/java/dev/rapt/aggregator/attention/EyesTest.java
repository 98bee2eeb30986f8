package dev.rapt.aggregator.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Made-up eyes and what is said of them: at two frames a second unless it says otherwise. */
class EyesTest {

    private static final double OPEN = Person.OPEN;
    private static final double SHUT = .08;

    private static Person calm() {
        return new Person().turned(60, 0, 0);
    }

    /** What is said of the seconds after the first minute. */
    private static String after(Person person) {
        return person.eyes().substring(60);
    }

    @Test
    void aBlinkIsNotClosed() {
        Person person = calm().eyes(0, 0, 0, OPEN, SHUT)
                .eyes(0, 0, 0, OPEN, OPEN)
                .eyes(0, 0, 0, SHUT, SHUT)
                .eyes(0, 0, 0, OPEN, OPEN);

        assertThat(after(person)).isEqualTo("oooo");
    }

    @Test
    void closedForASecondIsClosed() {
        // Given frames with closed eyes at .5, 1 and 1.5 s: they span a second, and one second has nothing else
        Person brief =
                calm().eyes(0, 0, 0, OPEN, SHUT).eyes(0, 0, 0, SHUT, SHUT).eyes(0, 0, 0, OPEN, OPEN);
        Person asleep = calm().eyes(0, 0, 0, SHUT, SHUT)
                .eyes(0, 0, 0, SHUT, SHUT)
                .eyes(0, 0, 0, SHUT, SHUT)
                .eyes(0, 0, 0, OPEN, OPEN);

        assertThat(after(brief)).isEqualTo("oco");
        assertThat(after(asleep)).isEqualTo("ccco");
    }

    @Test
    void oneFrameASecondTakesTwo() {
        Person blink = calm().eyes(0, 0, 0, SHUT).eyes(0, 0, 0, OPEN);
        Person closed = calm().eyes(0, 0, 0, SHUT).eyes(0, 0, 0, SHUT).eyes(0, 0, 0, OPEN);

        assertThat(after(blink)).isEqualTo("oo");
        assertThat(after(closed)).isEqualTo("cco");
    }

    @Test
    void manyFramesASecondTakeASecond() {
        Person person = calm().eyes(0, 0, 0, OPEN, OPEN, OPEN, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT)
                .eyes(0, 0, 0, SHUT, SHUT, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN)
                .eyes(0, 0, 0, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT, SHUT)
                .eyes(0, 0, 0, SHUT, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN);

        // Then .8 s aren't enough, and 1 s is
        assertThat(after(person)).isEqualTo("ooco");
    }

    @Test
    void nobodyCanTellWhenLookingDownOrSmilingOrTurnedElsewhere() {
        Person person = calm().eyes(0, -14, 0, SHUT, SHUT)
                .eyes(0, -14, 0, SHUT, SHUT)
                .eyes(0, 0, .8, SHUT, SHUT)
                .eyes(0, 0, .8, SHUT, SHUT)
                .eyes(40, 0, 0, SHUT, SHUT)
                .eyes(40, 0, 0, SHUT, SHUT)
                .eyes(0, 25, 0, SHUT, SHUT)
                .eyes(0, 25, 0, SHUT, SHUT)
                .eyes(0, 0, 0, OPEN, OPEN);

        assertThat(after(person)).isEqualTo("????????o");
    }

    @Test
    void aCalmPoseFarFromTheCameraHidesThemAlways() {
        // Given a camera so far to the side that one eye is hardly seen
        Person person =
                new Person().turned(60, 42, 0).eyes(42, 0, 0, SHUT, SHUT).eyes(42, 0, 0, SHUT, SHUT);

        assertThat(person.eyes()).doesNotContain("o", "c");
    }

    @Test
    void aLaughMayHideThemWhereNoExpressionIsKnown() {
        AttentionPass pass = new AttentionPass(Rules.usual(), learnt());
        FaceSecond laugh = new FaceSecond(
                Optional.of(new Pose(0, 0)), List.of(new EyeSample(0, SHUT)), OptionalDouble.empty(), .3);

        assertThat(pass.face(laugh, Duration.ofMillis(500)).eyes().eyes()).isEqualTo(Eyes.UNKNOWN);
    }

    @Test
    void tooFewFramesTellNothing() {
        AttentionPass pass = new AttentionPass(Rules.usual(), learnt());
        FaceSecond shut =
                new FaceSecond(Optional.of(new Pose(0, 0)), List.of(new EyeSample(0, SHUT)), OptionalDouble.of(0), 0);

        assertThat(pass.face(shut, Duration.ofMillis(2_001)).eyes().eyes()).isEqualTo(Eyes.UNKNOWN);
    }

    private static Learnt learnt() {
        return new Learnt(true, Optional.of(new Pose(0, 0)), Optional.of(OPEN));
    }

    @Test
    void noFaceInBetweenEndsAStretch() {
        // Given closed eyes, a second without a face, and closed eyes
        AttentionPass pass = new AttentionPass(Rules.usual(), learnt());
        EyeVerdict before = eyesAt(pass, 0);
        pass.noFace();
        EyeVerdict after = eyesAt(pass, 2_000);
        assertThat(after.isSettled()).isFalse();
        pass.noFace();

        // Then neither is known to have lasted
        assertThat(List.of(before.eyes(), after.eyes())).containsOnly(Eyes.OPEN);
        assertThat(after.isSettled()).isTrue();
    }

    private static EyeVerdict eyesAt(AttentionPass pass, long at) {
        FaceSecond second =
                new FaceSecond(Optional.of(new Pose(0, 0)), List.of(new EyeSample(at, SHUT)), OptionalDouble.of(0), 0);
        return pass.face(second, Duration.ofSeconds(1)).eyes();
    }

    @Test
    void narrowEyesAreComparedWithThemselves() {
        // Given somebody whose open eyes are narrower than another's half closed ones
        Person person = new Person();
        for (int i = 0; i < 70; i++) {
            person.eyes(0, 0, 0, .17, .16);
        }
        person.eyes(0, 0, 0, .12, .12)
                .eyes(0, 0, 0, .12, .12)
                .eyes(0, 0, 0, .06, .06)
                .eyes(0, 0, 0, .06, .06);

        assertThat(person.eyes().substring(70)).isEqualTo("oocc");
        assertThat(person.baseline().eyeOpenness().orElseThrow()).isCloseTo(.165, within(.006));
    }

    @Test
    void whoseEyesWereNeverSeenOpenIsNotJudged() {
        Person person = new Person();
        for (int i = 0; i < 70; i++) {
            person.eyes(0, 0, 0, SHUT, SHUT);
        }

        assertThat(person.eyes()).doesNotContain("o", "c");
        assertThat(person.baseline().eyeOpenness()).isEmpty();
    }

    @Test
    void longSleepDoesntBecomeTheUsual() {
        // Given an hour of sleep after a minute awake
        Person person = calm();
        for (int i = 0; i < 3_600; i++) {
            person.eyes(0, 0, 0, SHUT, SHUT);
        }

        assertThat(after(person)).doesNotContain("o", "?");
        assertThat(person.baseline().eyeOpenness().orElseThrow()).isCloseTo(OPEN, within(.004));
    }

    @Test
    void theUsualOpennessFollowsALittle() {
        // Given glasses that make the eyes look a fifth narrower
        Person person = calm();
        for (int i = 0; i < 300; i++) {
            person.eyes(0, 0, 0, .23, .23);
        }

        assertThat(person.baseline().eyeOpenness().orElseThrow()).isCloseTo(.23, within(.004));
    }
}
