package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.TestConfig;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class TopicCheckTest {

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void namesTheTopicsThatAreMissing() {
        there("face-crops");

        assertThatThrownBy(() ->
                        TopicCheck.requireTopics(consumer, TestConfig.defaults().topics()))
                .isInstanceOf(KafkaException.class)
                .hasMessage("topics are missing: face-scores, rapt-dead-letters");
    }

    @Test
    void isContentWithAllOfThem() {
        there("face-crops");
        there("face-scores");
        there("rapt-dead-letters");

        assertThatCode(() ->
                        TopicCheck.requireTopics(consumer, TestConfig.defaults().topics()))
                .doesNotThrowAnyException();
    }

    private void there(String topic) {
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    }
}
