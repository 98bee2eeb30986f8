package dev.rapt.aggregator.group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A minute of a meeting as it is told once and for all: what has no row is of too few people, or of so few more than
 * another row that the difference would tell of them.
 *
 * @param start a whole minute
 * @param step how long its steps are
 * @param rows in no order
 */
public record PublishedMinute(Instant start, Duration step, List<PublishedRow> rows) {
    public PublishedMinute {
        rows = List.copyOf(rows);
        if (start.toEpochMilli() % GroupRule.MINUTE.toMillis() != 0) {
            throw new IllegalArgumentException("A minute starts with a minute");
        }
        if (!GroupRule.isStep(step)) {
            throw new IllegalArgumentException("A step is a part of a minute, not " + step);
        }
        if (rows.stream().anyMatch(row -> row.step() >= GroupRule.MINUTE.dividedBy(step))) {
            throw new IllegalArgumentException("A row is of one of the minute's steps");
        }
    }

    /** The moment after its last. */
    public Instant end() {
        return start.plus(GroupRule.MINUTE);
    }

    /** When a row's step begins. */
    public Instant startOf(PublishedRow row) {
        return start.plus(step.multipliedBy(row.step()));
    }
}
