package dev.rapt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapt.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The scores of a meeting of many people, sent to a broker; the same ones in every run. For one thread. */
final class RecordedMeeting implements AutoCloseable {

    static final String ID = "lecture";

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<RecordedFace> people;
    private final long startMillis;

    RecordedMeeting(String bootstrapServers, int participants, Instant start) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.people = IntStream.range(0, participants)
                .mapToObj(i -> new RecordedFace(ID, "participant-" + i, i))
                .toList();
        this.startMillis = start.toEpochMilli();
    }

    /** Sends everybody's frame of that number. */
    void send(int frame) {
        for (RecordedFace person : people) {
            producer.send(new ProducerRecord<>(
                    Topics.FACE_SCORES,
                    ID.getBytes(UTF_8),
                    person.next(startMillis, frame).toByteArray()));
        }
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
