package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void thePriorsAreSharesOfOne() {
        assertThat(sum(Priors.FER2013)).isCloseTo(1, Offset.offset(1e-5));
        assertThat(sum(Priors.MEETING)).isCloseTo(1, Offset.offset(1e-9));
        assertThat(Priors.NONE.weights()).containsOnly(1);
    }

    @Test
    void refusesPriorsThatAreNone() {
        List<Double> equal = Collections.nCopies(7, 1 / 7.0);
        assertThatThrownBy(() -> new Priors(equal.subList(0, 6), equal)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Priors(equal, Collections.nCopies(7, 0.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Priors(Collections.nCopies(7, Double.NaN), equal))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMarginsAndTimesOutOfRange() {
        assertThatThrownBy(() -> new Margins(.2, .3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Margins(1.1, .3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Margins(.2, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        Margins margins = new Margins(.4, .2);
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() ->
                        new DisplaySettings(Duration.ZERO, second, margins, margins, .2, second, .2, Priors.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisplaySettings(second, second, margins, margins, 2, second, .2, Priors.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FacingSettings(second, second, .4, .6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FacingSettings(second, Duration.ZERO, .6, .4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).sum();
    }
}
