package dev.rapt.classifier.consume;

import dev.rapt.classifier.ClassifierConfig;
import java.time.Duration;

/**
 * When a batch is complete and when offsets are committed.
 *
 * @param maxBatch records from which on a batch doesn't wait for more
 * @param linger how long a smaller one waits
 * @param commitInterval at most how often is committed
 */
record BatchTiming(int maxBatch, Duration linger, Duration commitInterval) {

    static BatchTiming of(ClassifierConfig config) {
        return new BatchTiming(
                config.maxBatch(), config.linger(), config.kafka().commitInterval());
    }
}
