package dev.rapt.classifier.consume;

import dev.rapt.classifier.ClassifierConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/** The services create no topics, so a missing one has to be said. */
final class TopicCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private TopicCheck() {}

    /**
     * @throws KafkaException if Kafka doesn't answer, or lacks a topic
     */
    static void requireTopics(Consumer<?, ?> consumer, ClassifierConfig.TopicNames topics) {
        List<String> missing = new ArrayList<>(List.of(topics.crops(), topics.scores(), topics.deadLetters()));
        missing.removeAll(consumer.listTopics(TIMEOUT).keySet());
        if (!missing.isEmpty()) {
            throw new KafkaException("topics are missing: " + String.join(", ", missing));
        }
    }
}
