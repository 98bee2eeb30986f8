package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultTableTest {

    private static final String EMPTY =
            "# Title\n\n<!-- faults: filled by the tests -->\n<!-- faults: end -->\n\nThe rest\n";

    @Test
    void aFaultReplacesItsOwnRowAndNoOther() {
        // Given
        String both = FaultTable.filled(
                FaultTable.filled(EMPTY, row("detector killed", 10)), row("detector killed twice", 20));

        // When
        String again = FaultTable.filled(both, row("detector killed", 30));

        // Then
        assertThat(again)
                .startsWith("# Title\n")
                .endsWith("\nThe rest\n")
                .contains("| detector killed | 30 | 30 | 30 | 0 | 1.5 s | 200 MB |\n"
                        + "| detector killed twice | 20 | 20 | 20 | 0 | 1.5 s | 200 MB |\n");
        assertThat(again.lines().filter(line -> line.startsWith("|"))).hasSize(4);
        assertThat(FaultTable.filled(again, row("detector killed", 30))).isEqualTo(again);
    }

    @Test
    void aDocumentWithoutThePlaceIsRefused() {
        assertThatThrownBy(() -> FaultTable.filled("# Title\n", row("x", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FaultTable.Row row(String fault, int frames) {
        return new FaultTable.Row(fault, frames, frames, frames, Duration.ofMillis(1_500), 200);
    }
}
