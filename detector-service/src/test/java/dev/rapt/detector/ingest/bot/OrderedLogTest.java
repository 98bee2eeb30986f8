package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.meeting.MeetingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OrderedLogTest {

    @Test
    void publishesInOrderWithoutHoldingUpTheCallerAndRefusesWhatDoesNotFit() throws Exception {
        // Given a Kafka that makes the first send wait
        CountDownLatch kafka = new CountDownLatch(1);
        List<Long> published = Collections.synchronizedList(new ArrayList<>());
        OrderedLog log = new OrderedLog(
                event -> {
                    await(kafka);
                    published.add(event.at());
                    return CompletableFuture.completedFuture(null);
                },
                2);

        // When one is under way, two wait and one more comes
        CompletableFuture<Void> first = log.publish(event(1)).toCompletableFuture();
        awaitEmptyQueue(log, published);
        CompletableFuture<Void> second = log.publish(event(2)).toCompletableFuture();
        CompletableFuture<Void> third = log.publish(event(3)).toCompletableFuture();
        CompletableFuture<Void> tooMany = log.publish(event(4)).toCompletableFuture();

        // Then
        assertThat(first).isNotDone();
        assertThatThrownBy(tooMany::get).hasCauseInstanceOf(UnpublishedException.class);
        kafka.countDown();
        CompletableFuture.allOf(first, second, third).get(20, TimeUnit.SECONDS);
        assertThat(published).containsExactly(1L, 2L, 3L);
        log.close();
    }

    private static void awaitEmptyQueue(OrderedLog log, List<Long> published) throws InterruptedException {
        while (log.waiting() > 0) {
            Thread.sleep(1);
        }
        assertThat(published).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MeetingEvent event(long at) {
        return new MeetingEvent(new ParticipantKey("m", "p"), at, at, "recall", new MeetingEvent.Left());
    }
}
