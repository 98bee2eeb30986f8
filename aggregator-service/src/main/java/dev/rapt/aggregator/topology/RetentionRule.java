package dev.rapt.aggregator.topology;

import java.time.Duration;

/**
 * When buckets are deleted.
 *
 * @param period buckets that ended longer ago than this, unless their meeting says otherwise
 * @param interval how often to look
 * @param batch how many participants to look at, and how many buckets to delete, in one go
 */
public record RetentionRule(Duration period, Duration interval, int batch) {
    public RetentionRule {
        if (period.isNegative() || period.isZero() || interval.toMillis() <= 0 || batch < 2) {
            throw new IllegalArgumentException(
                    "Retention and its interval are more than zero, its batch more than one");
        }
    }
}
