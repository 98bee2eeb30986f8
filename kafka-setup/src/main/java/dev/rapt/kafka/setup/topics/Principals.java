package dev.rapt.kafka.setup.topics;

/**
 * As whom the services log in at Kafka, and how they name their groups.
 *
 * @param detector the user of the detector, without {@code User:}
 * @param classifier the user of the classifier
 * @param aggregator the user of the aggregator
 * @param tools the user that makes the topics and verifies the audit log
 * @param classifierGroup the classifier's {@code rapt.classifier.kafka.group}
 * @param applicationId the aggregator's {@code rapt.aggregator.streams.application-id}
 */
public record Principals(
        String detector,
        String classifier,
        String aggregator,
        String tools,
        String classifierGroup,
        String applicationId) {}
