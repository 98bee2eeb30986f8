package dev.rapt.aggregator.export;

import dev.rapt.aggregator.export.Column.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A table with every kind of cell, and rows of it that are hard to write. */
final class Sample {

    static final Table TABLE = new Table(
            List.of(
                    new Column("name", Kind.TEXT),
                    new Column("start", Kind.MOMENT),
                    new Column("frames", Kind.COUNT),
                    new Column("displayedShares.it-depends", Kind.NUMBER)),
            Map.of("rapt.meeting", "standup", "rapt.note", "estimates – not measurements"));

    private static final Instant START = Instant.parse("2026-01-05T10:00:00.120Z");

    /** Each list is a row; null is a cell that is missing. */
    static final List<List<Object>> ROWS = List.of(
            row("Ada", START, 5L, .25),
            row("O'Neill, \"Sam\"\r\nsecond line", START.plusSeconds(5), 0L, 0d),
            row("Zoë 😀 Ångström", Instant.parse("1970-01-01T00:00:00Z"), Long.MAX_VALUE, .000001),
            row(null, null, null, null),
            row("", Instant.parse("9999-12-31T23:59:59.999Z"), -3L, -12.345678),
            row(" lead and trail ", START, 1L, 1d));

    private Sample() {}

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    /** The row with these cells. */
    static Row of(List<Object> values) {
        return cells -> {
            for (Object value : values) {
                if (value instanceof String text) {
                    cells.text(text);
                } else if (value instanceof Instant moment) {
                    cells.moment(moment);
                } else if (value instanceof Long count) {
                    cells.count(count);
                } else if (value instanceof Double number) {
                    cells.number(number);
                } else {
                    cells.missing();
                }
            }
        };
    }

    static byte[] file(ExportFormat format, Table table, List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RowWriter writer = format.open(table, file, 1_000);
        for (List<Object> row : rows) {
            writer.write(of(row));
        }
        writer.finish();
        return file.toByteArray();
    }

    /** A table of texts, of one column. */
    static byte[] texts(ExportFormat format, String... texts) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(row(text));
        }
        return file(format, new Table(List.of(new Column("name", Kind.TEXT)), Map.of()), rows);
    }
}
