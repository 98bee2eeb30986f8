package dev.rapt.detector.testing;

import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceCrop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published since the log was opened. */
public final class CropLog implements AutoCloseable {

    private final KafkaConsumer<String, FaceCrop> consumer;
    private final List<TopicPartition> partitions;

    private CropLog(KafkaConsumer<String, FaceCrop> consumer) {
        this.consumer = consumer;
        this.partitions = consumer.partitionsFor(Topics.FACE_CROPS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    public static CropLog open(String bootstrapServers) {
        return new CropLog(new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                ProtobufSerde.faceCrops().deserializer()));
    }

    /** Everything that is new and acknowledged by now. */
    public List<ConsumerRecord<String, FaceCrop>> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, FaceCrop>> records = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
