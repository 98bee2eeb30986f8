package dev.rapt.classifier.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has come. An offset gets in here only when the results of all records before it are
 * acknowledged, and only from here can it be committed. For one thread.
 */
final class Progress {

    private final Map<TopicPartition, OffsetAndMetadata> acknowledged = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

    void acknowledge(List<ConsumerRecord<byte[], byte[]>> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            acknowledged.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
    }

    Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> open = new HashMap<>(acknowledged);
        open.entrySet().removeAll(committed.entrySet());
        return open;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed.putAll(offsets);
    }

    void forget(Collection<TopicPartition> partitions) {
        acknowledged.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }
}
