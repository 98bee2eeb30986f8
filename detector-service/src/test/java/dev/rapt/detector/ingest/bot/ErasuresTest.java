package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ErasuresTest {

    private final BlockingQueue<CompletableFuture<Void>> attempts = new LinkedBlockingQueue<>();
    private final Erasures erasures = new Erasures(
            (meeting, reason) -> {
                CompletableFuture<Void> attempt = new CompletableFuture<>();
                attempts.add(attempt);
                return attempt;
            },
            Duration.ofMillis(1));

    @Test
    void isTriedUntilItIsAcknowledgedAndNothingIsTakenInMeanwhile() throws Exception {
        // When
        erasures.erase("m", "revoked");
        erasures.erase("m", "revoked");

        // Then it is tried once at a time
        CompletableFuture<Void> first = attempts.poll(10, TimeUnit.SECONDS);
        assertThat(attempts).isEmpty();
        assertRefused();

        // When Kafka isn't there
        first.completeExceptionally(new IllegalStateException("away"));

        // Then it is tried again
        CompletableFuture<Void> second = attempts.poll(10, TimeUnit.SECONDS);
        assertThat(second).isNotNull();
        assertRefused();
        second.complete(null);
        awaitAcknowledged();
        assertThat(attempts).isEmpty();
    }

    @Test
    void concernsNoOtherMeeting() {
        erasures.erase("m", "revoked");

        assertThatCode(() -> erasures.check("n")).doesNotThrowAnyException();
    }

    /** The acknowledgement is heard on another thread, a moment later. */
    private void awaitAcknowledged() {
        long end = System.nanoTime() + 10_000_000_000L;
        boolean refused = true;
        while (refused) {
            assertThat(System.nanoTime()).as("still refused").isLessThan(end);
            try {
                erasures.check("m");
                refused = false;
            } catch (RefusedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> erasures.check("m"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.MEETING_ERASED));
    }
}
