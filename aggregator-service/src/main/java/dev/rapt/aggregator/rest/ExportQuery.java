package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.export.ExportFormat;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param format how
 * @param time which time, in which steps
 * @param fields which columns, after those that say whose and when
 */
record ExportQuery(ExportFormat format, TimelineQuery time, Fields fields) {

    /** All that a single person's step has. */
    private static final List<Field> OF_A_PERSON =
            Arrays.stream(Field.values()).filter(field -> field != Field.PEOPLE).toList();

    /** Understands the parameters as they were written, or says what is wrong with them. */
    static ExportQuery parse(
            Optional<String> format,
            Optional<String> from,
            Optional<String> to,
            Optional<String> resolution,
            Optional<String> fields,
            Duration defaultResolution,
            Shown shown) {
        return new ExportQuery(
                format.map(ExportQuery::format).orElse(ExportFormat.CSV),
                TimelineQuery.parse(from, to, resolution, defaultResolution),
                FieldList.parse(fields, OF_A_PERSON, shown));
    }

    private static ExportFormat format(String name) {
        return ExportFormat.of(name)
                .orElseThrow(() -> ProblemException.badRequest("bad-format", "format must be csv, jsonl or parquet"));
    }

    /** The steps of what is asked for in which a person was there; empty when there are none. */
    Optional<Window> window(Instant firstFrame, Instant lastFrame) {
        Window seen = Window.around(firstFrame, lastFrame.plusMillis(1), time.resolution());
        Instant from = time.from()
                .map(time.resolution()::floor)
                .filter(seen.from()::isBefore)
                .orElse(seen.from());
        Instant to = time.to()
                .map(time.resolution()::ceiling)
                .filter(seen.to()::isAfter)
                .orElse(seen.to());
        return from.isBefore(to) ? Optional.of(new Window(from, to, time.resolution())) : Optional.empty();
    }
}
