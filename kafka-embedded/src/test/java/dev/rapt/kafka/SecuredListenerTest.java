package dev.rapt.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.KafkaTrouble;
import dev.rapt.kafka.setup.topics.AccessRules;
import dev.rapt.kafka.setup.topics.Principals;
import dev.rapt.kafka.setup.topics.TopicPlan;
import dev.rapt.kafka.setup.topics.TopicSetup;
import dev.rapt.kafka.setup.topics.TopicSetupException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuredListenerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static SecuredListener listener;
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        listener = new SecuredListener(
                CertificateAuthority.in(directory.resolve("ca")),
                Map.of(SecuredListener.ADMIN, "admin-1", "detector", "detector-1", "classifier", "classifier-1"));
        kafka = EmbeddedKafka.start(listener.of(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka"))));
        try (TopicSetup setup = new TopicSetup(as(SecuredListener.ADMIN), PATIENCE)) {
            setup.create(TopicPlan.small(2));
            setup.allow(AccessRules.of(new Principals(
                    "detector", "classifier", "aggregator", "tools", "rapt-classifier", "rapt-aggregator")));
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void whoeverIsAllowedWritesOverTlsAndNobodyElse() throws Exception {
        // When, then
        write("detector");
        assertThatThrownBy(() -> write("classifier")).satisfies(e -> assertThat(KafkaTrouble.of(e))
                .isEqualTo("Kafka doesn't allow it: Not authorized to access topics: [face-crops]."));
    }

    @Test
    void aWrongPasswordIsRefusedAndNotWaitedFor() {
        // Given
        Map<String, String> environment = new HashMap<>(environment("detector"));
        environment.computeIfPresent("KAFKA_SASL_JAAS_CONFIG", (name, login) -> login.replace("detector-1", "guess"));

        // When, then
        assertThatThrownBy(() -> look(environment))
                .isInstanceOf(TopicSetupException.class)
                .hasMessageContaining("(SASL_SSL, SCRAM-SHA-512): Kafka refuses the credentials: ")
                .hasMessageNotContaining("guess");
    }

    @Test
    void aBrokerOfAnotherAuthorityIsNotTrusted() {
        // Given
        Map<String, String> environment = new HashMap<>(environment("detector"));
        environment.put(
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                CertificateAuthority.in(directory.resolve("other"))
                        .certificate()
                        .toString());

        // When, then
        assertThatThrownBy(() -> look(environment))
                .isInstanceOf(TopicSetupException.class)
                .hasMessageContaining("There is no trusted connection to Kafka: ");
    }

    private static void look(Map<String, String> environment) {
        try (TopicSetup setup = new TopicSetup(KafkaConnection.ofEnvironment(environment), PATIENCE)) {
            setup.check(TopicPlan.small(2), true);
        }
    }

    private static void write(String user) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(as(user).properties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.FACE_CROPS, 0, "m/p", "v"))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static KafkaConnection as(String user) {
        return KafkaConnection.ofEnvironment(environment(user));
    }

    private static Map<String, String> environment(String user) {
        return listener.environment(user, kafka.bootstrapServers());
    }
}
