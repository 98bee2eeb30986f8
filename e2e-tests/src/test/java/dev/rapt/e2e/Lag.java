package dev.rapt.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumers are behind. */
final class Lag {

    private Lag() {}

    /** Waits until the group has committed all there is in the topics it reads, and nothing new has come meanwhile. */
    static void awaitNone(String bootstrapServers, String group, String topic, Duration atMost) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            long lag = of(admin, group, topic);
            while (lag > 0) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(group + " is " + lag + " records of " + topic + " behind after " + atMost);
                }
                TimeUnit.MILLISECONDS.sleep(100);
                lag = of(admin, group, topic);
            }
        }
    }

    /** Transactions end with a mark that is read over, not counted as a record. */
    private static long of(Admin admin, String group, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        committed.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(wanted).all().get();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(
                        0, end.getValue().offset() - committed.get(end.getKey()).offset()))
                .sum();
    }
}
