package dev.rapt.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.topics.TopicPlan;
import dev.rapt.kafka.setup.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    static Path directory;

    static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory));
        KafkaTopics.create(kafka.bootstrapServers(), 4);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void whatWasSentIsReadStampedByTheBrokerAndOutlivesARestart() throws Exception {
        // Given a record whose sender has a wrong clock, and a transaction
        send("before", 1L);

        // When
        kafka.stop();
        kafka.start();
        send("after", 1L);

        // Then
        List<ConsumerRecord<String, String>> records = read(2);
        assertThat(records).extracting(ConsumerRecord::value).containsExactly("before", "after");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            assertThat(record.timestamp()).isGreaterThan(1_000_000_000_000L);
        });
    }

    @Test
    void theTopicsAreCreatedOnceAndTheirPartitionsAreChecked() throws Exception {
        // When
        assertThatCode(() -> KafkaTopics.create(kafka.bootstrapServers(), 4)).doesNotThrowAnyException();

        // Then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains(Topics.FACE_CROPS, Topics.FACE_SCORES, Topics.DEAD_LETTERS);
        }
        assertThatThrownBy(() -> KafkaTopics.create(kafka.bootstrapServers(), 8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Topic face-crops has 4 partitions where 8 are expected");
    }

    @Test
    void whatOfATopicIsntAsItShouldBeIsNamedAndMended() throws Exception {
        try (TopicSetup topics =
                        new TopicSetup(KafkaConnection.plain(kafka.bootstrapServers()), Duration.ofSeconds(20));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // Given
            assertThat(topics.check(TopicPlan.small(4), false)).isEmpty();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.FACE_SCORES),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            // When
            List<String> findings = topics.check(TopicPlan.small(1), true);
            List<String> done = topics.create(TopicPlan.small(4));

            // Then
            assertThat(findings)
                    .containsExactly("Topic face-scores has retention.ms=604800000 where 2700000 is expected");
            assertThat(done).contains("face-scores: 1 settings renewed", "face-crops: as it should be");
            assertThat(topics.check(TopicPlan.small(4), false)).isEmpty();
        }
    }

    /** Exactly-once is what the aggregator needs of a broker that is alone. */
    private static void send(String value, long timestamp) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "transactional.id", "test-" + value);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.FACE_CROPS, 0, timestamp, "m/p", value))
                    .get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    private static List<ConsumerRecord<String, String>> read(int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.FACE_CROPS, 0)));
            for (int poll = 0; poll < 60 && records.size() < count; poll++) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
        }
        return records;
    }
}
