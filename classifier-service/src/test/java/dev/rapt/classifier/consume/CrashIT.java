package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.TestConfig;
import dev.rapt.classifier.Topic;
import dev.rapt.classifier.publish.PublishException;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A consumer that dies in the middle of its work, and the one that comes after it, over a real broker. */
@QuarkusTest
class CrashIT {

    private static final String TOPIC = "crash-crops";
    private static final int RECORDS = 200;

    @InjectKafka
    EmbeddedKafka kafka;

    @Test
    void theNextOneFinishesWhatADeadOneHadInHand() throws Exception {
        // Given
        write();
        List<String> finished = new ArrayList<>();

        // When: the first dies in its third batch, without a word to Kafka
        int[] batches = {0};
        try (KafkaConsumer<byte[], byte[]> first = consumer()) {
            CropSession session = session(first, batch -> {
                if (++batches[0] == 3) {
                    throw new IllegalStateException("killed");
                }
                finish(batch, finished);
            });
            assertThatThrownBy(() -> stepUntil(session, finished)).hasMessage("killed");
        }
        int beforeTheCrash = finished.size();
        try (KafkaConsumer<byte[], byte[]> second = consumer()) {
            stepUntil(session(second, batch -> finish(batch, finished)), finished);
        }

        // Then
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            expected.add("record " + i);
        }
        assertThat(beforeTheCrash).isBetween(1, RECORDS - 1);
        assertThat(finished.stream().distinct()).containsExactlyElementsOf(expected);
    }

    private void write() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                Topic topic = new Topic(kafka.bootstrapServers(), TOPIC)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            for (int i = 0; i < RECORDS; i++) {
                topic.send("m/p", ("record " + i).getBytes());
            }
            topic.flush();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(ConsumerProperties.of(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                TestConfig.with(Map.of("rapt.classifier.kafka.group", "crash", "rapt.classifier.max-batch", "20"))));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static CropSession session(KafkaConsumer<byte[], byte[]> consumer, BatchWork work) {
        CropSession session =
                new CropSession(consumer, work, new BatchTiming(20, Duration.ofMillis(10), Duration.ZERO));
        session.subscribe(TOPIC);
        return session;
    }

    private static void stepUntil(CropSession session, List<String> finished)
            throws PublishException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!finished.contains("record " + (RECORDS - 1)) && System.nanoTime() < end) {
            session.step();
        }
    }

    private static void finish(List<ConsumerRecord<byte[], byte[]>> batch, List<String> finished) {
        batch.forEach(record -> finished.add(new String(record.value())));
    }
}
