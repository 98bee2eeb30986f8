package dev.rapt.aggregator.topology;

import java.util.Collection;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How many records wait for the threads that count, from what their consumers measured when they last fetched. No broker
 * is asked, so while none answers it stays what it was.
 */
final class StreamsLag {

    private StreamsLag() {}

    /** Records of all topics and partitions that this instance reads; what only restores a store isn't among them. */
    static long of(Collection<? extends Metric> metrics) {
        return metrics.stream()
                .filter(metric -> isLagOfAPartition(metric.metricName()))
                .mapToLong(StreamsLag::records)
                .sum();
    }

    private static boolean isLagOfAPartition(MetricName name) {
        return name.name().equals("records-lag")
                && name.tags().containsKey("partition")
                && !name.tags().getOrDefault("client-id", "").endsWith("-restore-consumer");
    }

    private static long records(Metric metric) {
        // Not a number until a partition was fetched from
        double records = metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
        return Double.isNaN(records) ? 0 : Math.max(0, Math.round(records));
    }
}
