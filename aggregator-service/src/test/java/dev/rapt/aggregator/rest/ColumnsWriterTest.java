package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnsWriterTest {

    private static String text(long micro) {
        char[] into = new char[32];
        int start = ColumnsWriter.decimal(micro, into);
        return new String(into, start, into.length - start);
    }

    @Test
    void writesMillionthsWithoutNeedlessDigits() {
        assertThat(text(0)).isEqualTo("0");
        assertThat(text(1)).isEqualTo("0.000001");
        assertThat(text(900_000)).isEqualTo("0.9");
        assertThat(text(1_000_000)).isEqualTo("1");
        assertThat(text(-210_000)).isEqualTo("-0.21");
        assertThat(text(-61_500_000)).isEqualTo("-61.5");
    }

    @Test
    void writesTheNumberThatADoubleIsReadAs() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long micro = random.nextLong() >> 16 + random.nextInt(40);
            assertThat(new BigDecimal(text(micro))).isEqualByComparingTo(BigDecimal.valueOf(micro, 6));
            assertThat(Double.parseDouble(text(micro % 1_000_000_000_000L)))
                    .isEqualTo(micro % 1_000_000_000_000L / 1e6);
        }
    }
}
