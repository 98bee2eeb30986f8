package dev.rapt.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic of a broker, Kafka's own and the changelogs included, as bytes. */
final class RawTopics {

    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new TreeMap<>();

    private RawTopics() {}

    /** Reads all that is there now. */
    static RawTopics read(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return read(bootstrapServers, admin.listTopics().names().get());
        }
    }

    /** Reads all that is now in these topics. */
    static RawTopics read(String bootstrapServers, Set<String> names) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        RawTopics topics = new RawTopics();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = names.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toCollection(ArrayList::new));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                consumer.poll(Duration.ofMillis(200)).forEach(topics::add);
            }
        }
        return topics;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        records.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(record);
    }

    /** The records of one topic. */
    List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return records.getOrDefault(topic, List.of());
    }

    /** The topics in whose keys, values or headers the text stands. */
    Set<String> naming(String text) {
        Set<String> found = new TreeSet<>();
        records.forEach((topic, all) -> {
            if (all.stream().anyMatch(record -> stands(text, record))) {
                found.add(topic);
            }
        });
        return found;
    }

    private static boolean stands(String text, ConsumerRecord<byte[], byte[]> record) {
        return stands(text, record.key())
                || stands(text, record.value())
                || List.of(record.headers().toArray()).stream().anyMatch(header -> stands(text, header.value()));
    }

    private static boolean stands(String text, byte[] bytes) {
        return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
