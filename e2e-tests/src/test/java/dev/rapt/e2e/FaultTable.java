package dev.rapt.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of docs/reliability.md. Each fault has a row, which its test replaces with what it measured, when the system
 * property {@code rapt.reliability} names the file; otherwise it is only printed, so that no build changes a file that is
 * under version control.
 */
final class FaultTable {

    /**
     * What became of one fault.
     *
     * @param fault what happened, in words
     * @param sent frames sent
     * @param acknowledged those of them that were acknowledged
     * @param counted those that are in the timelines, each once
     * @param recovery from the fault's end until newly sent frames of everybody were counted
     * @param megabytes the largest resident set of any service meanwhile
     */
    record Row(String fault, int sent, int acknowledged, int counted, Duration recovery, long megabytes) {

        Row plus(int moreSent, int moreAcknowledged, int moreCounted, long most) {
            return new Row(
                    fault,
                    sent + moreSent,
                    acknowledged + moreAcknowledged,
                    counted + moreCounted,
                    recovery,
                    Math.max(megabytes, most));
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | 0 | %.1f s | %d MB |",
                    fault,
                    sent,
                    acknowledged,
                    counted,
                    recovery.toMillis() / 1_000.0,
                    megabytes);
        }
    }

    private static final String PROPERTY = "rapt.reliability";
    private static final String BEGIN = "<!-- faults: filled by the tests -->";
    private static final String END = "<!-- faults: end -->";
    private static final List<String> HEAD = List.of(
            "| fault | sent | acknowledged | counted | counted twice | recovered after | largest service |",
            "|---|---|---|---|---|---|---|");

    private FaultTable() {}

    /** Whether a file is named. */
    static boolean isWritten() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    /** Prints the row, and writes it into the file if one is named. */
    static void record(Row row) throws IOException {
        System.out.println(row.text());
        if (isWritten()) {
            Path path = Path.of(System.getProperty(PROPERTY));
            Files.writeString(path, filled(Files.readString(path), row));
        }
    }

    /** The document with this row in the place of the fault's earlier one, or as the last. */
    static String filled(String document, Row row) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("The document has no table between " + BEGIN + " and " + END);
        }
        List<String> rows = new ArrayList<>(document.substring(begin + BEGIN.length(), end)
                .lines()
                .filter(line -> line.startsWith("| ") && !HEAD.contains(line))
                .toList());
        String mark = "| " + row.fault() + " |";
        int earlier = rows.indexOf(
                rows.stream().filter(line -> line.startsWith(mark)).findFirst().orElse(""));
        if (earlier >= 0) {
            rows.set(earlier, row.text());
        } else {
            rows.add(row.text());
        }
        List<String> table = new ArrayList<>(HEAD);
        table.addAll(rows);
        return document.substring(0, begin + BEGIN.length())
                + "\n\n"
                + String.join("\n", table)
                + "\n\n"
                + document.substring(end);
    }
}
