package dev.rapt.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredTopicsIT {

    @Test
    void namesWhatIsInTheWay(@TempDir Path directory) throws Exception {
        Map<String, Object> settings;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory))) {
            // Given a broker without topics
            settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
            RequiredTopics topics = new RequiredTopics(settings);
            assertThat(topics.obstacle())
                    .contains("Kafka has no topic face-scores, meeting-log, meeting-state, rapt-dead-letters yet");

            // When they are made
            KafkaTopics.create(kafka.bootstrapServers(), 1);

            // Then nothing is in the way, until the broker is gone
            assertThat(topics.obstacle()).isEmpty();
        }
        assertThat(new RequiredTopics(settings).obstacle().orElseThrow()).startsWith("Kafka doesn't answer at ");
    }
}
