package dev.rapt.e2e;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything once more, as a producer would that doesn't know what became of what it sent. */
final class Redelivery {

    private Redelivery() {}

    /** Produces every record that is in these topics now again, where it stands and in its order; returns how many. */
    static int ofAll(String bootstrapServers, String... topics) {
        RawTopics there = RawTopics.read(bootstrapServers, Set.of(topics));
        List<ConsumerRecord<byte[], byte[]>> records =
                Stream.of(topics).flatMap(topic -> there.of(topic).stream()).toList();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(record -> producer.send(
                    new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value())));
            producer.flush();
        }
        return records.size();
    }
}
