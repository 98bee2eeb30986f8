package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingLog;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Publishes from a thread of its own, in the order of the calls: a send may wait for a Kafka that has forgotten us, and
 * the event loops that carry everybody's frames must not. What doesn't fit into its queue is not published.
 */
final class OrderedLog {

    private final MeetingLog log;
    private final ThreadPoolExecutor thread;

    /** @param waiting most events that wait for their turn */
    OrderedLog(MeetingLog log, int waiting) {
        this.log = log;
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
            Thread thread = new Thread(work, "rapt-events");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Publishes an event, as {@link MeetingLog#publish} does. */
    CompletionStage<Void> publish(MeetingEvent event) {
        CompletableFuture<Void> published = new CompletableFuture<>();
        try {
            thread.execute(() -> log.publish(event).whenComplete((done, failure) -> {
                if (failure == null) {
                    published.complete(null);
                } else {
                    published.completeExceptionally(failure);
                }
            }));
        } catch (RejectedExecutionException e) {
            published.completeExceptionally(new UnpublishedException(
                    "More events are waiting than there is room for. The event is safe to send again unchanged."));
        }
        return published;
    }

    /** How many events wait for their turn. */
    int waiting() {
        return thread.getQueue().size();
    }

    /** Publishes what is waiting and takes no more. */
    void close() {
        thread.shutdown();
    }
}
