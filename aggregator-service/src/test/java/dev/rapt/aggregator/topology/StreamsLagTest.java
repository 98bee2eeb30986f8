package dev.rapt.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class StreamsLagTest {

    private static final String READER = "rapt-aggregator-StreamThread-1-consumer";
    private static final String RESTORER = "rapt-aggregator-StreamThread-1-restore-consumer";

    @Test
    void addsUpWhatWaitsInAllPartitions() {
        assertThat(StreamsLag.of(List.of(lag(READER, "face-scores", "0", 7.0), lag(READER, "meeting-log", "3", 5.0))))
                .isEqualTo(12);
    }

    @Test
    void leavesOutPartitionsThatNothingWasFetchedFromYet() {
        assertThat(StreamsLag.of(List.of(lag(READER, "face-scores", "0", Double.NaN))))
                .isZero();
    }

    @Test
    void leavesOutTheRestoringOfStores() {
        assertThat(StreamsLag.of(List.of(lag(RESTORER, "rapt-aggregator-buckets-changelog", "0", 9.0))))
                .isZero();
    }

    @Test
    void leavesOutAveragesAndTheWorstOfAllPartitions() {
        assertThat(StreamsLag.of(List.of(
                        metric("records-lag-max", Map.of("client-id", READER), 9.0),
                        metric("records-lag-avg", partition(READER, "face-scores", "0"), 4.0))))
                .isZero();
    }

    private static Metric lag(String client, String topic, String partition, double records) {
        return metric("records-lag", partition(client, topic, partition), records);
    }

    private static Map<String, String> partition(String client, String topic, String partition) {
        return Map.of("client-id", client, "topic", topic, "partition", partition);
    }

    private static Metric metric(String name, Map<String, String> tags, double value) {
        MetricName full = new MetricName(name, "consumer-fetch-manager-metrics", "", tags);
        return new Metric() {
            @Override
            public MetricName metricName() {
                return full;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        };
    }
}
