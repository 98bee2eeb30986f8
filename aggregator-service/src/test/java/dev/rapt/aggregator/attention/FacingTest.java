package dev.rapt.aggregator.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Made-up people and what is said of where they face. */
class FacingTest {

    private static long facing(String judged, int from, int to) {
        return judged.substring(from, to).chars().filter(c -> c == 'F').count();
    }

    @Test
    void facingIsWhereThisPersonUsuallyFaces() {
        // Given a camera that sees its person from the side and from above, and ten seconds of looking away
        Person person = new Person().turned(120, 18, -14).turned(10, 60, -14).turned(20, 18, -14);

        // Then
        assertThat(person.facing()).isEqualTo("F".repeat(120) + "N".repeat(10) + "F".repeat(20));
        assertThat(person.baseline().pose().orElseThrow().yaw()).isCloseTo(18, within(1.));
        assertThat(person.baseline().pose().orElseThrow().pitch()).isCloseTo(-14, within(1.));
    }

    @Test
    void aBaselineIsProvisionalForAMinute() {
        assertThat(new Person().baseline().pose()).isEmpty();
        assertThat(new Person().baseline().state()).isEqualTo(Baseline.State.PROVISIONAL);
        Baseline almost = new Person().turned(59, 0, 0).baseline();
        assertThat(almost.state()).isEqualTo(Baseline.State.PROVISIONAL);
        assertThat(almost.measuredSeconds()).isEqualTo(59);
        assertThat(new Person().turned(60, 0, 0).baseline().state()).isEqualTo(Baseline.State.LEARNT);
    }

    @Test
    void theFirstMinuteIsJudgedByWhatItTaught() {
        // Given somebody who begins by looking elsewhere, for less than half of the first minute
        Person person = new Person().turned(25, -40, 5).turned(50, 0, 0);

        // Then
        assertThat(person.facing()).isEqualTo("N".repeat(25) + "F".repeat(50));
    }

    @Test
    void aSecondMonitorComesToCountAsFacing() {
        // Given half an hour between two monitors, a minute on the first and half a minute on the second
        Person person = new Person();
        for (int i = 0; i < 20; i++) {
            person.turned(60, -3, 0).turned(30, 32, -4);
        }
        String judged = person.facing();

        // Then from the third visit on all of it is facing
        assertThat(judged.substring(0, 240)).contains("N".repeat(30));
        assertThat(facing(judged, 270, 1_800)).isEqualTo(1_530);
        List<Pose> further = person.baseline().furtherPoses();
        assertThat(further).hasSize(1);
        assertThat(further.get(0).yaw()).isCloseTo(32, within(1.5));
        assertThat(person.baseline().pose().orElseThrow().yaw()).isCloseTo(-3, within(1.));
    }

    @Test
    void shortGlancesAtASecondMonitorAreNotEnough() {
        // Given glances of three seconds, and ten visits of five seconds, which aren't a minute
        Person person = new Person().turned(60, 0, 0);
        for (int i = 0; i < 60; i++) {
            person.turned(20, 0, 0).turned(3, 35, 0);
        }
        for (int i = 0; i < 10; i++) {
            person.turned(20, 0, 0).turned(5, -35, 0);
        }

        // Then
        assertThat(person.baseline().furtherPoses()).isEmpty();
    }

    @Test
    void oneLongStareIsNeverFacing() {
        // Given an hour with the head turned to the side, and nothing but jerks in between
        Person person = new Person().turned(90, 0, 0);
        for (int i = 0; i < 120; i++) {
            person.turned(29, 33, -2).turned(1, i % 2 == 0 ? 5 : 70, 0);
        }
        String judged = person.facing();

        // Then only the jerks back are facing
        assertThat(facing(judged, 90, judged.length())).isEqualTo(60);
        assertThat(person.baseline().furtherPoses()).isEmpty();
        assertThat(person.baseline().pose().orElseThrow().yaw()).isCloseTo(0, within(3.));
    }

    @Test
    void aStareAtTheEdgeIsNoComingAndGoing() {
        // Given an hour with the head turned just so far that noise makes it facing and not facing by turns
        Person person = new Person().turned(60, 0, 0).turned(3_600, 20.5, 0);

        // Then
        assertThat(person.facing().substring(60)).contains("F", "N");
        assertThat(person.baseline().furtherPoses()).isEmpty();
    }

    @Test
    void whoBeginsOnTheSecondMonitorIsFacingOnTheFirst() {
        // Given two minutes on a monitor beside the camera, then an hour towards the camera, all of it one visit
        Person person = new Person().turned(120, 36, 2).turned(3_600, 2, -3);
        String judged = person.facing();

        // Then a minute later it is facing
        assertThat(facing(judged, 0, 120)).isEqualTo(120);
        assertThat(facing(judged, 120, 179)).isZero();
        assertThat(facing(judged, 180, 3_720)).isEqualTo(3_540);
    }

    @Test
    void whoBeginsOnAMonitorBelowIsFacingAboveToo() {
        // Given a laptop below the camera first
        Person person = new Person().turned(70, 0, -32).turned(300, 0, -2);

        // Then
        assertThat(facing(person.facing(), 140, 370)).isEqualTo(230);
    }

    @Test
    void aPhoneInTheLapIsNoMonitor() {
        // Given somebody who keeps looking down
        Person person = new Person().turned(60, 0, 0);
        for (int i = 0; i < 30; i++) {
            person.turned(20, 0, 0).turned(20, 3, -32);
        }

        // Then
        assertThat(person.baseline().furtherPoses()).isEmpty();
    }

    @Test
    void lookingAboutIsNoPlace() {
        // Given somebody who often looks to the right, never to the same place for long
        Person person = new Person().turned(60, 0, 0);
        for (int i = 0; i < 40; i++) {
            person.turned(20, 0, 0).restless(10, 26, 44);
        }

        // Then
        assertThat(person.baseline().furtherPoses()).isEmpty();
    }

    @Test
    void twoFurtherMonitorsAreTheMost() {
        // Given three beside the first
        Person person = new Person().turned(60, 0, 0);
        for (int i = 0; i < 10; i++) {
            person.turned(10, 0, 0).turned(15, 30, 0).turned(10, 0, 0).turned(15, -30, 0);
        }
        for (int i = 0; i < 10; i++) {
            person.turned(10, 0, 0).turned(15, 3, 20);
        }

        // Then
        assertThat(person.baseline().furtherPoses()).hasSize(2);
    }

    @Test
    void aPostureThatChangesSlowlyIsFollowedButNotFar() {
        // Given somebody who sinks by 12° within half an hour
        Person sinking = new Person().turned(60, 0, 0);
        for (int i = 0; i < 1_800; i++) {
            sinking.turned(1, 0, -12. * i / 1_800);
        }
        // Given somebody who turns away as slowly, by 60°
        Person turning = new Person().turned(60, 0, 0);
        for (int i = 0; i < 3_600; i++) {
            turning.turned(1, 60. * i / 3_600, 0);
        }

        // Then the one is facing all the time, the other no longer in the end
        assertThat(sinking.facing()).doesNotContain("N");
        assertThat(sinking.baseline().pose().orElseThrow().pitch()).isBetween(-12., -10.);
        assertThat(turning.facing().substring(3_000)).doesNotContain("F");
        assertThat(turning.baseline().pose().orElseThrow().yaw()).isBetween(13., 15.);
    }

    @Test
    void withoutAPoseNothingIsSaid() {
        FaceSecond second = new FaceSecond(Optional.empty(), List.of(), OptionalDouble.empty(), .1);
        AttentionPass pass = new AttentionPass(Rules.usual(), new Learner(Rules.usual()).learnt());

        assertThat(pass.face(second, Duration.ofMillis(500)).facing()).isEqualTo(Facing.UNKNOWN);
        assertThat(pass.baseline().measuredSeconds()).isZero();
    }
}
