package dev.rapt.detector.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void tellsTrackedFramesFromFullDetections() {
        // Given
        MeterRegistry registry = new SimpleMeterRegistry();
        Meters meters = new Meters(registry);

        // When
        meters.read(1_000, false);
        meters.read(1_000, true);
        meters.read(1_000, true);

        // Then
        assertThat(passes(registry, "full")).isEqualTo(1);
        assertThat(passes(registry, "tracked")).isEqualTo(2);
    }

    private static double passes(MeterRegistry registry, String pass) {
        return registry.get("rapt.frame.passes").tag("pass", pass).counter().count();
    }
}
