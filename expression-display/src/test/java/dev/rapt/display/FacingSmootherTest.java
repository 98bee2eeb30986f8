package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacingSmootherTest {

    @Test
    void aSecondElsewhereChangesNothingAndTwoDo() {
        // When somebody faces the screen, with one second and then two of looking away, at 2 frames a second
        FacingSmoother smoother = new FacingSmoother();
        List<Boolean> shown = new ArrayList<>();
        double[] measured = {1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        for (int i = 0; i < measured.length; i++) {
            shown.add(smoother.next(500L * i, measured[i]));
        }

        // Then
        assertThat(shown.subList(0, 11)).containsOnly(true);
        assertThat(shown.subList(11, 16)).containsOnly(false);
        assertThat(shown.subList(16, 18)).containsOnly(true);
    }

    @Test
    void theSameHoldsOfSeconds() {
        FacingSmoother smoother = new FacingSmoother();
        List<Boolean> shown = new ArrayList<>();
        double[] measured = {1, 1, 0, 1, 1, 0, 0, 1, 1};
        for (int i = 0; i < measured.length; i++) {
            shown.add(smoother.next(1000L * i, measured[i]));
        }
        assertThat(shown).containsExactly(true, true, true, true, true, true, false, false, true);
    }

    @Test
    void startsAnewAfterAGap() {
        FacingSmoother smoother = new FacingSmoother();
        assertThat(smoother.facing()).isEmpty();
        smoother.next(0, 1);
        assertThat(smoother.next(5_001, 0)).isFalse();
        assertThat(smoother.facing()).contains(false);
        smoother.reset();
        assertThat(smoother.facing()).isEmpty();
    }

    @Test
    void whatIsNotLaterChangesNothing() {
        FacingSmoother smoother = new FacingSmoother();
        smoother.next(1000, 1);
        assertThat(smoother.next(1000, 0)).isTrue();
        assertThat(smoother.next(10, 0)).isTrue();
    }

    @Test
    void refusesWhatIsNoShare() {
        FacingSmoother smoother = new FacingSmoother();
        assertThatThrownBy(() -> smoother.next(0, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> smoother.next(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
