package dev.rapt.aggregator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

    @RepeatedTest(20)
    void givesBackEveryNumber(RepetitionInfo seed) {
        // Given columns of every width, below zero too, and rows that are missing
        Random random = new Random(seed.getCurrentRepetition());
        long[][] rows = new long[1 + random.nextInt(130)][];
        for (int i = 0; i < rows.length; i++) {
            if (random.nextInt(5) > 0) {
                rows[i] = new long[66];
                for (int column = 0; column < rows[i].length; column++) {
                    rows[i][column] = random.nextLong() >> Math.min(63, column);
                }
            }
        }

        // When
        PackedRows packed = PackedRows.of(rows, 66);

        // Then
        assertThat(packed.rows()).isEqualTo(rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < 66; column++) {
                assertThat(packed.at(i, column)).isEqualTo(rows[i] == null ? 0 : rows[i][column]);
            }
        }
    }

    @Test
    void aColumnThatNeverChangesTakesNothing() {
        long[][] same = new long[120][3];
        for (long[] row : same) {
            row[1] = 1L << 40;
        }
        PackedRows packed = PackedRows.of(same, 3);
        assertThat(packed.at(119, 1)).isEqualTo(1L << 40);
        assertThat(packed.isZero(0)).isTrue();
        assertThat(packed.isZero(1)).isFalse();
        assertThat(packed.size()).isLessThan(200);
    }
}
