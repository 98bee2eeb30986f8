package dev.rapt.aggregator.export;

import java.util.List;
import java.util.Map;

/**
 * What is said of rows once, before the first.
 *
 * @param columns in the order of the cells; their names differ
 * @param notes what a reader should know about the whole, for formats that have a place for it
 */
public record Table(List<Column> columns, Map<String, String> notes) {
    public Table {
        columns = List.copyOf(columns);
        notes = Map.copyOf(notes);
        if (columns.isEmpty() || columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("A table has columns, each with a name of its own");
        }
    }
}
