package dev.rapt.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final Path FIGURES = Path.of("measured.properties");
    private static final Path PAGE = Path.of("..", "docs", "capacity.md");

    @Test
    void thePageShowsWhatTheMeasuredFiguresComeTo() throws IOException {
        // When
        String table = Capacity.table(Measured.read(FIGURES));

        // Then
        assertThat(Files.readString(PAGE))
                .as("bin/bench capacity prints the table")
                .contains(table);
    }

    @Test
    void costsGrowWithThePeopleAndInstancesAreWhole() throws IOException {
        // Given
        Measured measured = Measured.read(FIGURES);

        // When
        Demand one = new Demand(1, measured);
        Demand many = new Demand(10_000, measured);

        // Then
        assertThat(one.instances(ServiceKind.DETECTOR)).isEqualTo(1);
        assertThat(many.framesASecond()).isEqualTo(20_000);
        for (ServiceKind kind : ServiceKind.values()) {
            assertThat(many.cores(kind) * measured.of("most.use"))
                    .as("no instance is asked for more than it has")
                    .isLessThanOrEqualTo(many.instances(kind) * measured.of(kind.label() + ".cores"));
        }
        assertThat(many.kafkaMegabytesASecond()).isCloseTo(10_000 * one.kafkaMegabytesASecond(), within(1e-6));
    }
}
