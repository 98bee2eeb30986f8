package dev.rapt.aggregator.topology;

import java.time.Duration;

/**
 * When buckets are packed.
 *
 * @param idle stretches of which nothing has come for so long, by the wall clock
 * @param interval how often to look
 * @param batch how many buckets to pack or to look at in one go
 */
public record PackingRule(Duration idle, Duration interval, int batch) {
    public PackingRule {
        if (idle.isNegative() || interval.toMillis() <= 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "Packing waits for zero or more; its interval is more than zero, its batch one or more");
        }
    }
}
