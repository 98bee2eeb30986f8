package dev.rapt.aggregator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static long[] read(byte[] bytes, long[] counts, int size) {
        long[] values = new long[size];
        Arrays.fill(values, 77);
        ColumnReader reader = new ColumnReader(bytes);
        reader.column(values, counts, size);
        reader.end();
        return values;
    }

    @RepeatedTest(65)
    void readsWhatItWroteWhateverTheWidth(RepetitionInfo round) {
        // Given numbers of 0 to 64 bits, of both signs, over counts alike and not
        int bits = round.getCurrentRepetition() - 1;
        Random random = new Random(bits);
        for (int size : new int[] {1, 2, 63, 64, 65, 200}) {
            long[] values = random.longs(size)
                    .map(value -> bits == 0 ? 0 : value >> Long.SIZE - bits)
                    .toArray();
            long[] alike = new long[size];
            Arrays.fill(alike, 3);
            long[] different = random.longs(size, 1, 9).toArray();

            // Then
            for (long[] counts : new long[][] {null, alike, different}) {
                byte[] bytes = new ColumnWriter().column(values, counts, size).toBytes();
                assertThat(read(bytes, counts, size)).isEqualTo(values);
            }
        }
    }

    @Test
    void readsTheEndsOfTheRange() {
        long[] values = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1};

        assertThat(read(new ColumnWriter().column(values, values.length).toBytes(), null, values.length))
                .isEqualTo(values);
    }

    @Test
    void whatNeverChangesIsNearlyFree() {
        long[] zeros = new long[600];
        long[] same = new long[600];
        Arrays.fill(same, 1_234_567);

        assertThat(new ColumnWriter().column(zeros, 600).toBytes()).hasSize(1);
        assertThat(new ColumnWriter().column(same, 600).toBytes().length).isLessThan(70);
        assertThat(new ColumnWriter().column(zeros, 0).toBytes()).isEmpty();
    }

    @Test
    void sumsOverChangingCountsCostNoMoreThanTheirNoise() {
        // Given a steady value in one, two or three frames a second
        Random random = new Random(4);
        long[] counts = random.longs(640, 1, 4).toArray();
        long[] sums = Arrays.stream(counts)
                .map(count -> count * 25_000_000 + random.nextInt(256))
                .toArray();

        // Then
        assertThat(new ColumnWriter().column(sums, counts, 640).toBytes().length)
                .isLessThan(640 + 10 * 16);
    }
}
