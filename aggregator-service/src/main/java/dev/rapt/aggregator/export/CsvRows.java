package dev.rapt.aggregator.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Comma-separated values after RFC 4180. A missing cell is empty. A spreadsheet takes a text that begins like a formula
 * for one and runs it, so an apostrophe is put before it.
 */
final class CsvRows implements RowWriter {

    /** Also what some spreadsheets take for the ASCII sign, or skip. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final String NEEDS_QUOTES = ",\"\r\n";
    private static final String END_OF_LINE = "\r\n";

    private final Writer out;
    private final Line line = new Line();

    CsvRows(Table table, OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        write(cells -> {
            for (Column column : table.columns()) {
                cells.text(column.name());
            }
        });
    }

    @Override
    public void write(Row row) throws IOException {
        line.isFirst = true;
        row.tell(line);
        out.write(END_OF_LINE);
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private final class Line implements Cells {
        private boolean isFirst;

        @Override
        public void text(String value) throws IOException {
            boolean isFormula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
            String safe = isFormula ? "'" + value : value;
            boolean isQuoted = safe.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
            cell(isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
        }

        @Override
        public void moment(Instant value) throws IOException {
            cell(Texts.moment(value));
        }

        @Override
        public void count(long value) throws IOException {
            cell(Long.toString(value));
        }

        @Override
        public void number(double value) throws IOException {
            cell(Texts.number(value));
        }

        @Override
        public void missing() throws IOException {
            cell("");
        }

        private void cell(String text) throws IOException {
            if (!isFirst) {
                out.write(',');
            }
            isFirst = false;
            out.write(text);
        }
    }
}
