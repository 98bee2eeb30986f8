package dev.rapt.aggregator.timeline;

import java.util.List;

/** Steps of a person as a test wants them, without frames. */
public final class MadeUpSteps {

    /**
     * What a step of ten seconds is made of.
     *
     * @param measured seconds with a face, of which so many were {@code facing}
     * @param away seconds without anybody
     * @param directed of how many measured ones it is known whether they were facing
     * @param eyes of how many it is known whether the eyes were open, of which so many were {@code closed}
     * @param scored seconds with an expression, happy to that many thousandths
     */
    public record Cell(int measured, int away, int directed, int facing, int eyes, int closed, int scored, int happy) {}

    private MadeUpSteps() {}

    /** The steps of a window, one cell each. */
    public static Steps of(Window window, Fields fields, List<Cell> cells) {
        Steps steps = new Steps(window, fields.columns());
        for (int step = 0; step < cells.size(); step++) {
            Cell cell = cells.get(step);
            long[] row = new long[Columns.SIZE];
            row[Columns.MEASURED] = cell.measured();
            row[Columns.AWAY] = cell.away();
            row[Columns.FACING] = cell.facing();
            row[Columns.NOT_FACING] = cell.directed() - cell.facing();
            row[Columns.EYES_KNOWN] = cell.eyes();
            row[Columns.EYES_CLOSED] = cell.closed();
            row[Sums.SCORED_SECONDS] = cell.scored();
            row[Sums.EXPRESSIONS + Expression.HAPPY.ordinal()] = cell.scored() * cell.happy() * 1_000_000L;
            row[Columns.TUNED_SECONDS] = cell.scored();
            row[Columns.TUNED + Expression.HAPPY.ordinal()] = cell.scored() * cell.happy() * 1_000_000L;
            steps.add(row, step);
        }
        steps.close(window.from(), window.to());
        return steps;
    }
}
