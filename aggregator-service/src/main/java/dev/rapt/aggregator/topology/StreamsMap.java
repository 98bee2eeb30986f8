package dev.rapt.aggregator.topology;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** What Kafka Streams knows of its instances, in the service's own words; nothing while it isn't running. */
final class StreamsMap {

    private StreamsMap() {}

    static Optional<Whereabouts> whereabouts(KafkaStreams running, String meetingId) {
        return whileRunning(
                () -> whereabouts(running.queryMetadataForKey(
                        TimelineTopology.MEETINGS, Keys.ofScore(meetingId), new StringSerializer())),
                Optional.empty());
    }

    private static Optional<Whereabouts> whereabouts(KeyQueryMetadata found) {
        return KeyQueryMetadata.NOT_AVAILABLE.equals(found)
                ? Optional.empty()
                : Optional.of(new Whereabouts(
                        found.partition(),
                        address(found.activeHost()),
                        found.standbyHosts().stream()
                                .flatMap(host -> address(host).stream())
                                .sorted()
                                .toList()));
    }

    static List<Instance> all(KafkaStreams running) {
        return whileRunning(
                () -> running.metadataForAllStreamsClients().stream()
                        .flatMap(StreamsMap::instance)
                        .sorted(Comparator.comparing(Instance::address))
                        .toList(),
                List.of());
    }

    static Set<Integer> owned(KafkaStreams running) {
        return whileRunning(
                () -> running.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .map(task -> task.taskId().partition())
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }

    private static <T> T whileRunning(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (IllegalStateException | InvalidStateStoreException notRunning) {
            return otherwise;
        }
    }

    private static Stream<Instance> instance(StreamsMetadata of) {
        return address(of.hostInfo())
                .map(address -> new Instance(
                        address, partitions(of.topicPartitions()), partitions(of.standbyTopicPartitions())))
                .stream();
    }

    private static Optional<String> address(HostInfo host) {
        return HostInfo.unavailable().equals(host) ? Optional.empty() : Optional.of(host.host() + ":" + host.port());
    }

    private static Set<Integer> partitions(Collection<TopicPartition> all) {
        return all.stream()
                .filter(one -> one.topic().equals(Topics.FACE_SCORES))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }
}
