package dev.rapt.aggregator.group;

import dev.rapt.aggregator.group.GroupFigure.Aspect;
import dev.rapt.aggregator.timeline.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is told of a meeting of which only groups are shown. Every answer is made of it and of nothing else: a longer
 * step is the mean of the published steps in it, each of which weighs the same.
 *
 * @param from the first minute of the meeting
 * @param to until when its minutes have been published, as far as anything of them may be told; not before {@code from}
 * @param minutes what was published, in order of time
 */
public record GroupTable(Instant from, Instant to, List<PublishedMinute> minutes) {

    private static final Set<GroupFigure> EXPRESSIONS = Set.copyOf(Aspect.EXPRESSION.figures());

    public GroupTable {
        minutes = List.copyOf(minutes);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A table ends after it begins");
        }
    }

    /** The same without any expression. */
    public GroupTable withoutExpressions() {
        return new GroupTable(
                from,
                to,
                minutes.stream()
                        .map(minute -> new PublishedMinute(
                                minute.start(),
                                minute.step(),
                                minute.rows().stream()
                                        .map(GroupTable::withoutExpressions)
                                        .toList()))
                        .toList());
    }

    private static PublishedRow withoutExpressions(PublishedRow row) {
        Map<GroupFigure, Integer> figures = new EnumMap<>(row.figures());
        figures.keySet().removeAll(EXPRESSIONS);
        return new PublishedRow(row.group(), row.step(), row.people(), figures);
    }

    /**
     * The steps of a window, those of which nothing is told too.
     *
     * @param group a declared group's name, or {@link PublishedRow#EVERYBODY}
     */
    public List<GroupStep> steps(String group, Window window) {
        Duration length = window.resolution().length();
        List<List<PublishedRow>> found = new ArrayList<>();
        for (long step = 0; step < window.steps(); step++) {
            found.add(new ArrayList<>());
        }
        each(group, (start, row) -> {
            if (!start.isBefore(window.from()) && start.isBefore(window.to())) {
                long step = Duration.between(window.from(), start).toMillis() / length.toMillis();
                found.get(Math.toIntExact(step)).add(row);
            }
        });
        List<GroupStep> steps = new ArrayList<>();
        Instant start = window.from();
        for (List<PublishedRow> rows : found) {
            Instant end = start.plus(length);
            steps.add(step(start, end, rows));
            start = end;
        }
        return steps;
    }

    /** A stretch of time as one step: of the published steps that begin in it. */
    public GroupStep total(String group, Instant start, Instant end) {
        List<PublishedRow> rows = new ArrayList<>();
        each(group, (at, row) -> {
            if (!at.isBefore(start) && at.isBefore(end)) {
                rows.add(row);
            }
        });
        return step(start, end, rows);
    }

    private interface Each {
        void row(Instant start, PublishedRow row);
    }

    private void each(String group, Each each) {
        for (PublishedMinute minute : minutes) {
            minute.rows().stream()
                    .filter(row -> row.group().equals(group))
                    .forEach(row -> each.row(minute.startOf(row), row));
        }
    }

    private GroupStep step(Instant start, Instant end, List<PublishedRow> rows) {
        Map<GroupFigure, Double> figures = new EnumMap<>(GroupFigure.class);
        Set<GroupFigure> known = new HashSet<>();
        rows.forEach(row -> known.addAll(row.figures().keySet()));
        known.forEach(figure -> figures.put(
                figure,
                rows.stream()
                                .filter(row -> row.figures().containsKey(figure))
                                .mapToInt(row -> row.figures().get(figure))
                                .average()
                                .orElseThrow()
                        / GroupFigure.MICROS));
        int people = rows.stream().mapToInt(PublishedRow::people).min().orElse(0);
        return new GroupStep(start, end, end.isAfter(to), people, rows.size(), figures);
    }
}
