package dev.rapt.aggregator.topology;

import java.time.Duration;

/**
 * When buckets are deleted.
 *
 * @param period buckets that ended longer ago than this, unless their meeting says otherwise
 * @param refusals how long at least it is remembered who said no or was erased, however short their meeting is kept
 * @param interval how often to look
 * @param batch how many participants to look at, and how many buckets to delete, in one go
 */
public record RetentionRule(Duration period, Duration refusals, Duration interval, int batch) {

    private static final Duration REFUSALS = Duration.ofDays(1);

    public RetentionRule {
        if (period.isNegative() || period.isZero() || interval.toMillis() <= 0 || batch < 2) {
            throw new IllegalArgumentException(
                    "Retention and its interval are more than zero, its batch more than one");
        }
        if (refusals.isNegative()) {
            throw new IllegalArgumentException("Refusals can't be forgotten before they are said");
        }
    }

    /** A rule that remembers refusals for a day. */
    public RetentionRule(Duration period, Duration interval, int batch) {
        this(period, REFUSALS, interval, batch);
    }
}
