package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.export.Cells;
import dev.rapt.aggregator.export.Column;
import dev.rapt.aggregator.export.RowWriter;
import dev.rapt.aggregator.log.PersonSpeech;
import dev.rapt.aggregator.query.Pool;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Track;
import dev.rapt.aggregator.timeline.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes rows of people's steps, a stretch at a time, so that a long meeting takes no more memory than a short one.
 *
 * @param meetingId in the first column
 * @param fields in the columns after those that say whose and when
 * @param stretch how many steps are read at a time
 */
record PersonRows(String meetingId, Fields fields, EngagementRule rule, int stretch) {

    private static final double MICRO = 1e6;

    /** Whose steps they are. */
    record Person(String id, Optional<String> name, Track track, Optional<PersonSpeech> speech) {}

    /** The columns of these rows. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("meetingId", Column.Kind.TEXT),
                new Column("participantId", Column.Kind.TEXT),
                new Column("name", Column.Kind.TEXT),
                new Column("start", Column.Kind.MOMENT),
                new Column("end", Column.Kind.MOMENT)));
        fields.list().forEach(field -> columns.add(new Column(field.text(), kind(field))));
        return columns;
    }

    private static Column.Kind kind(Field field) {
        return switch (field.kind()) {
            case COUNT -> Column.Kind.COUNT;
            case SHARE -> Column.Kind.NUMBER;
            case LABEL -> Column.Kind.TEXT;
        };
    }

    /** Writes the steps of a person's window in order; returns how many. */
    long write(Person person, Window window, RowWriter writer) throws IOException {
        Duration length = window.resolution().length();
        Duration most = length.multipliedBy(stretch);
        Instant start = window.from();
        while (start.isBefore(window.to())) {
            Instant end = start.plus(most).isBefore(window.to()) ? start.plus(most) : window.to();
            write(
                    person,
                    Pool.steps(person.track(), new Window(start, end, window.resolution()), fields, person.speech()),
                    writer);
            start = end;
        }
        return window.steps();
    }

    private void write(Person person, Steps steps, RowWriter writer) throws IOException {
        List<long[]> values = new ArrayList<>();
        for (Field field : fields.list()) {
            values.add(steps.values(field, rule));
        }
        Duration length = steps.window().resolution().length();
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            Instant start = steps.window().from().plus(length.multipliedBy(step));
            writer.write(cells -> {
                cells.text(meetingId);
                cells.text(person.id());
                if (person.name().isPresent()) {
                    cells.text(person.name().get());
                } else {
                    cells.missing();
                }
                cells.moment(start);
                cells.moment(start.plus(length));
                for (int column = 0; column < values.size(); column++) {
                    tell(cells, fields.list().get(column), values.get(column)[step]);
                }
            });
        }
    }

    private static void tell(Cells cells, Field field, long value) throws IOException {
        if (value == Field.NONE) {
            cells.missing();
            return;
        }
        switch (field.kind()) {
            case COUNT -> cells.count(value);
            case SHARE -> cells.number(value / MICRO);
            case LABEL -> cells.text(Label.values()[(int) value].text());
        }
    }
}
