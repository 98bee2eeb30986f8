package dev.rapt.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.export.Column.Kind;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts the rows that are in memory between the one who makes them and the one who takes the bytes. */
class BoundedMemoryTest {

    private static final int PARTICIPANTS = 100;
    /** Four hours at five seconds. */
    private static final int STEPS = 4 * 720;

    private static final int GROUP = 2_000;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void holdsBackNoMoreRowsThanAGroupHoweverLongTheMeeting(ExportFormat format) throws Exception {
        // Given: whoever takes the bytes notes how many rows were made since the last came
        Taker taker = new Taker();
        RowWriter writer = format.open(table(), taker, GROUP);

        // When: a hundred people in a meeting of four hours, each row made as it is asked for
        for (int participant = 0; participant < PARTICIPANTS; participant++) {
            for (int step = 0; step < STEPS; step++) {
                taker.made++;
                writer.write(row(participant, step));
                taker.mostHeld = Math.max(taker.mostHeld, taker.made - taker.madeWhenTaken);
            }
        }
        writer.finish();

        // Then
        assertThat(taker.made).isEqualTo((long) PARTICIPANTS * STEPS);
        assertThat(taker.mostHeld).isPositive().isLessThanOrEqualTo(GROUP);
        assertThat(taker.bytes).isGreaterThan(1_000_000);
    }

    private static Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("participantId", Kind.TEXT));
        columns.add(new Column("start", Kind.MOMENT));
        columns.add(new Column("frames", Kind.COUNT));
        for (int i = 0; i < 5; i++) {
            columns.add(new Column("share" + i, Kind.NUMBER));
        }
        return new Table(columns, Map.of());
    }

    private static Row row(int participant, int step) {
        return cells -> {
            cells.text("participant-" + participant);
            cells.moment(Instant.ofEpochSecond(1_800_000_000L + step * 5L));
            cells.count(step % 7);
            for (int i = 0; i < 5; i++) {
                cells.number((step * 31 + participant * 17 + i * 7919) % 1_000_003 / 1e6);
            }
        };
    }

    private static final class Taker extends OutputStream {
        private long made;
        private long madeWhenTaken;
        private long mostHeld;
        private long bytes;

        @Override
        public void write(int b) {
            take(1);
        }

        @Override
        public void write(byte[] taken, int from, int length) {
            take(length);
        }

        private void take(int length) {
            bytes += length;
            madeWhenTaken = made;
        }
    }
}
