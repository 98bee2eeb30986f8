package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.classifier.publish.PublishException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CropSessionTest {

    private static final TopicPartition ONE = new TopicPartition("face-crops", 0);
    private static final TopicPartition OTHER = new TopicPartition("face-crops", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<List<Long>> batches = new ArrayList<>();
    private int failures;
    private final CropSession session =
            new CropSession(consumer, this::work, new BatchTiming(3, Duration.ofMillis(10), Duration.ZERO));

    @BeforeEach
    void join() {
        session.subscribe("face-crops");
        consumer.rebalance(List.of(ONE, OTHER));
        session.onPartitionsAssigned(List.of(ONE, OTHER));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, OTHER, 0L));
    }

    @Test
    void whatAPollReturnedIsABatchAndIsCommittedBehindIt() throws Exception {
        // Given
        add(ONE, 0, 1);

        // When
        boolean worked = session.step();

        // Then
        assertThat(worked).isTrue();
        assertThat(batches).containsExactly(List.of(0L, 1L));
        assertThat(committed(ONE)).isEqualTo(2);
        assertThat(session.step()).isFalse();
    }

    @Test
    void aSmallBatchWaitsForMoreAndAFullOneDoesnt() throws Exception {
        // Given: the second poll brings more
        add(ONE, 0);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> add(ONE, 1, 2));

        // When
        session.step();

        // Then
        assertThat(batches).containsExactly(List.of(0L, 1L, 2L));
    }

    @Test
    void aFailedBatchIsNotCommittedAndReadAgainInOrder() throws Exception {
        // Given
        add(ONE, 0);
        session.step();
        add(ONE, 1, 2);
        add(OTHER, 0);
        failures = 1;

        // When
        assertThatThrownBy(session::step).isInstanceOf(PublishException.class);

        // Then
        assertThat(committed(ONE)).isEqualTo(1);
        assertThat(consumer.committed(Set.of(OTHER)).get(OTHER)).isNull();
        assertThat(consumer.position(ONE)).isEqualTo(1);
        assertThat(consumer.position(OTHER)).isZero();
        add(ONE, 1, 2);
        add(OTHER, 0);
        session.step();
        assertThat(committed(ONE)).isEqualTo(3);
        assertThat(committed(OTHER)).isEqualTo(1);
        assertThat(batches).hasSize(2);
        assertThat(batches.get(1)).containsExactlyInAnyOrder(1L, 2L, 0L);
    }

    @Test
    void aWorkThatThrowsAnythingIsReadAgainToo() {
        CropSession broken = new CropSession(
                consumer,
                batch -> {
                    throw new IllegalStateException("a bug");
                },
                new BatchTiming(3, Duration.ZERO, Duration.ZERO));
        add(ONE, 0, 1);

        assertThatThrownBy(broken::step).isInstanceOf(IllegalStateException.class);

        assertThat(consumer.position(ONE)).isZero();
        assertThat(consumer.committed(Set.of(ONE)).get(ONE)).isNull();
    }

    @Test
    void whatIsInHandIsFinishedBeforeThePartitionGoes() throws Exception {
        // Given: while a small batch waits for more, the group takes the partition away
        add(ONE, 0, 1);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> session.onPartitionsRevoked(List.of(ONE)));

        // When
        session.step();

        // Then
        assertThat(batches).containsExactly(List.of(0L, 1L));
        assertThat(committed(ONE)).isEqualTo(2);
    }

    @Test
    void whatIsInHandOfALostPartitionIsDropped() throws Exception {
        // Given
        add(ONE, 0, 1);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> session.onPartitionsLost(List.of(ONE)));

        // When
        session.step();

        // Then
        assertThat(batches).isEmpty();
        assertThat(session.joined()).isFalse();
    }

    @Test
    void theIntervalHoldsCommitsBackButNotTheEnd() throws Exception {
        // Given
        CropSession patient =
                new CropSession(consumer, this::work, new BatchTiming(3, Duration.ZERO, Duration.ofHours(1)));
        add(ONE, 0, 1);

        // When
        patient.step();

        // Then
        assertThat(consumer.committed(Set.of(ONE)).get(ONE)).isNull();
        patient.finish();
        assertThat(committed(ONE)).isEqualTo(2);
    }

    private void work(List<ConsumerRecord<byte[], byte[]>> batch) throws PublishException {
        if (failures-- > 0) {
            throw new PublishException("Kafka is away", new IllegalStateException());
        }
        batches.add(batch.stream().map(ConsumerRecord::offset).toList());
    }

    private void add(TopicPartition partition, long... offsets) {
        for (long offset : offsets) {
            consumer.addRecord(
                    new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
        }
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset.offset();
    }
}
