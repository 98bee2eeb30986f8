package dev.rapt.classifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to a topic and reads all of it, as a test's detector and aggregator would. */
public final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;

    public Topic(String bootstrapServers, String name) {
        this.name = name;
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends without waiting. */
    public void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(name, key.getBytes(), value));
    }

    /** Waits until all that was sent is there. */
    public void flush() {
        producer.flush();
    }

    /** Reads from the beginning until so many records of a kind are there, or for half a minute, and then half a second more. */
    public List<ConsumerRecord<byte[], byte[]>> read(int expected, Predicate<ConsumerRecord<byte[], byte[]>> kind) {
        return read(records -> records.size() >= expected, kind);
    }

    /** The same until those that are there are enough. */
    public List<ConsumerRecord<byte[], byte[]>> read(
            Predicate<List<ConsumerRecord<byte[], byte[]>>> enough, Predicate<ConsumerRecord<byte[], byte[]>> kind) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(records) && System.nanoTime() < end) {
                add(consumer, Duration.ofMillis(100), kind, records);
            }
            // What should not be there would come now
            add(consumer, Duration.ofMillis(500), kind, records);
        }
        return records;
    }

    private static void add(
            KafkaConsumer<byte[], byte[]> consumer,
            Duration wait,
            Predicate<ConsumerRecord<byte[], byte[]>> kind,
            List<ConsumerRecord<byte[], byte[]>> records) {
        consumer.poll(wait).forEach(record -> {
            if (kind.test(record)) {
                records.add(record);
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
