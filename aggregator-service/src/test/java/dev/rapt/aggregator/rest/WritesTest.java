package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WritesTest {

    private final Writes writes = new Writes(Settings.usual());

    @Test
    void whatKafkaHasNotAcknowledgedIsSafeToSendAgain() {
        // Given Kafka is away
        CompletableFuture<Void> lost = CompletableFuture.failedFuture(new TimeoutException("Expiring 1 record(s)"));

        // When
        Response answer = catchThrowableOfType(ProblemException.class, () -> writes.acknowledged(lost))
                .response();

        // Then
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(((Problem) answer.getEntity()).reason()).isEqualTo("kafka-unavailable");
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
        writes.acknowledged(CompletableFuture.completedFuture(null));
    }

    @Test
    void waitsUntilItShowsAndNotForEver() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(writes.shows(() -> looks.incrementAndGet() == 3)).isTrue();
        assertThat(looks).hasValue(3);
        assertThat(writes.shows(() -> false)).isFalse();
    }
}
