package dev.rapt.aggregator.event;

import dev.rapt.aggregator.group.GroupFigure;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.group.PublishedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A published minute to and from its message. A figure that isn't known is left out: a later version may have more. */
final class MinuteMessages {

    private MinuteMessages() {}

    static dev.rapt.contracts.v1.PublishedMinute of(PublishedMinute minute) {
        dev.rapt.contracts.v1.PublishedMinute.Builder message = dev.rapt.contracts.v1.PublishedMinute.newBuilder()
                .setStartMs(minute.start().toEpochMilli())
                .setStepMs((int) minute.step().toMillis());
        minute.rows().forEach(row -> message.addRows(of(row)));
        return message.build();
    }

    private static dev.rapt.contracts.v1.PublishedRow of(PublishedRow row) {
        dev.rapt.contracts.v1.PublishedRow.Builder message = dev.rapt.contracts.v1.PublishedRow.newBuilder()
                .setGroup(row.group())
                .setStep(row.step())
                .setPeople(row.people());
        row.figures().forEach((figure, micros) -> message.putFigures(figure.text(), micros));
        return message.build();
    }

    static PublishedMinute minute(dev.rapt.contracts.v1.PublishedMinute message) {
        List<PublishedRow> rows =
                message.getRowsList().stream().map(MinuteMessages::row).toList();
        return new PublishedMinute(
                Instant.ofEpochMilli(message.getStartMs()), Duration.ofMillis(message.getStepMs()), rows);
    }

    private static PublishedRow row(dev.rapt.contracts.v1.PublishedRow message) {
        Map<GroupFigure, Integer> figures = new EnumMap<>(GroupFigure.class);
        message.getFiguresMap()
                .forEach((name, micros) -> GroupFigure.of(name).ifPresent(figure -> figures.put(figure, micros)));
        return new PublishedRow(message.getGroup(), message.getStep(), message.getPeople(), figures);
    }
}
