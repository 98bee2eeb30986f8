package dev.rapt.audit.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a log from some moment to its present end, once. For one thread. */
public final class LogReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final TopicPartition partition;
    private final Consumer<byte[], byte[]> consumer;

    /** Told of each record in order. */
    @FunctionalInterface
    public interface Sink {
        /** @param value empty when the record has none */
        void read(long offset, byte[] value);
    }

    /**
     * @param kafka settings of Kafka's clients, with the brokers' addresses
     * @param topic the topic, of one partition
     * @throws IllegalArgumentException if there is no such topic, or it has more partitions
     */
    public LogReader(Map<String, Object> kafka, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.partition = new TopicPartition(topic, 0);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        int partitions = consumer.partitionsFor(topic, PATIENCE).size();
        if (partitions != 1) {
            consumer.close();
            throw new IllegalArgumentException("The topic " + topic + " has " + partitions + " partitions, not 1");
        }
        consumer.assign(List.of(partition));
    }

    /** The first offset there is, or the first of what Kafka got at that moment or later. */
    public long start(Optional<Instant> since) {
        if (since.isEmpty()) {
            return consumer.beginningOffsets(List.of(partition), PATIENCE).get(partition);
        }
        OffsetAndTimestamp found = consumer.offsetsForTimes(
                        Map.of(partition, since.get().toEpochMilli()), PATIENCE)
                .get(partition);
        return found == null ? end() : found.offset();
    }

    /** Reads from this offset to what is the end now. */
    public void read(long start, Sink sink) {
        long end = end();
        consumer.seek(partition, start);
        while (consumer.position(partition, PATIENCE) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    sink.read(record.offset(), record.value() == null ? new byte[0] : record.value());
                }
            }
        }
    }

    private long end() {
        return consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
