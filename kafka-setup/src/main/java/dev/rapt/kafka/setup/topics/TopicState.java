package dev.rapt.kafka.setup.topics;

import java.util.Map;

/**
 * A topic as it is.
 *
 * @param replication the fewest copies that any of its partitions has
 * @param settings all that Kafka has for it, defaults too
 */
record TopicState(String name, int partitions, int replication, Map<String, String> settings) {
    TopicState {
        settings = Map.copyOf(settings);
    }
}
