package dev.rapt.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void whatRisesAtFirstAndThenStaysIsFlat() {
        // When
        Trend trend = over30Minutes(minute -> Math.min(200, 150 + 10 * minute) + minute % 2);

        // Then
        assertThat(trend.flat()).isTrue();
        assertThat(trend.anHour()).isCloseTo(0, within(1.0));
    }

    @Test
    void aLeakOfAMegabyteAMinuteIsNone() {
        // When
        Trend trend = over30Minutes(minute -> 200 + minute + 3 * Math.sin(minute));

        // Then
        assertThat(trend.flat()).isFalse();
        assertThat(trend.anHour()).isCloseTo(60, within(5.0));
    }

    @Test
    void whatShrinksIsFlat() {
        assertThat(over30Minutes(minute -> 300 - minute).flat()).isTrue();
    }

    private static Trend over30Minutes(DoubleUnaryOperator value) {
        Trend trend = new Trend();
        for (int minute = 1; minute <= 30; minute++) {
            trend.add(minute, value.applyAsDouble(minute));
        }
        return trend;
    }
}
