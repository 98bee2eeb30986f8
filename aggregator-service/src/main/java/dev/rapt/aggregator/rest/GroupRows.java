package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.export.Cells;
import dev.rapt.aggregator.export.Column;
import dev.rapt.aggregator.export.RowWriter;
import dev.rapt.aggregator.group.GroupStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Makes rows of a published table: everybody's, then each group's; what isn't told is missing.
 *
 * @param meetingId in the first column
 */
record GroupRows(String meetingId, GroupAnswers.File file) {

    /** The columns of these rows. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("meetingId", Column.Kind.TEXT),
                new Column("group", Column.Kind.TEXT),
                new Column("start", Column.Kind.MOMENT),
                new Column("end", Column.Kind.MOMENT),
                new Column("people", Column.Kind.COUNT)));
        file.fields().keySet().forEach(name -> columns.add(new Column(name, Column.Kind.NUMBER)));
        return columns;
    }

    /** Writes them all; returns how many. */
    long write(RowWriter writer) throws IOException {
        long written = 0;
        for (String group : file.groups()) {
            for (GroupStep step : file.table().steps(group, file.window())) {
                writer.write(cells -> write(cells, group, step));
                written++;
            }
        }
        return written;
    }

    private void write(Cells cells, String group, GroupStep step) throws IOException {
        cells.text(meetingId);
        if (GroupAnswers.named(group).isPresent()) {
            cells.text(group);
        } else {
            cells.missing();
        }
        cells.moment(step.start());
        cells.moment(step.end());
        cells.count(step.people());
        for (Function<GroupStep, OptionalDouble> field : file.fields().values()) {
            OptionalDouble value = field.apply(step);
            if (value.isPresent()) {
                cells.number(Digits.six(value.getAsDouble()));
            } else {
                cells.missing();
            }
        }
    }
}
