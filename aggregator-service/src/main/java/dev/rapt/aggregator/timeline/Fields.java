package dev.rapt.aggregator.timeline;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields that are asked for, so that nothing else is read.
 *
 * @param list in the order in which they were asked for
 */
public record Fields(List<Field> list) {

    /** All of them. */
    public static final Fields ALL = new Fields(List.of(Field.values()));

    public Fields {
        list = List.copyOf(list);
    }

    /** These fields, each once. */
    public static Fields of(Collection<Field> fields) {
        return new Fields(fields.stream().distinct().toList());
    }

    /** Whether it needs to be known who speaks. */
    public boolean needSpeech() {
        return list.stream().anyMatch(Field::needsSpeech);
    }

    BitSet columns() {
        BitSet columns = new BitSet(Columns.SIZE);
        if (list.size() == Field.values().length) {
            columns.set(0, Columns.SIZE);
        }
        list.forEach(field -> IntStream.of(field.columns()).forEach(columns::set));
        // What all of them may need
        columns.set(Columns.MEASURED);
        columns.set(Columns.AWAY);
        columns.set(Columns.SECONDS);
        columns.set(Columns.PEOPLE);
        return columns;
    }
}
