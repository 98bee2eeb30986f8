package dev.rapt.aggregator.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.kafka.setup.KafkaConnection;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StatePublisherTest {

    @Test
    void withoutKafkaItFailsInTimeAndThrowsNothing() {
        // Given nobody listens there
        StatePublisher publisher = new StatePublisher(KafkaConnection.plain("localhost:1"));

        // When
        CompletionStage<Void> sent = publisher.erased("m", "test", Instant.EPOCH);

        // Then
        assertThat(sent.toCompletableFuture()).isCompletedExceptionally();
        publisher.close();
    }
}
