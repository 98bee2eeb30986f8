package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Erases meetings that were revoked. From the call on nothing more of the meeting is taken in here; the erasure is tried
 * until Kafka has acknowledged it, with a pause between two attempts. Any thread may call anything.
 */
final class Erasures {

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private final BiFunction<String, String, CompletionStage<Void>> erase;
    private final Executor later;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    /** @param erase erases the meeting of an id, for a reason */
    Erasures(BiFunction<String, String, CompletionStage<Void>> erase, Duration pause) {
        this.erase = erase;
        this.later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins to erase a meeting; while that goes on, further calls change nothing. */
    void erase(String meetingId, String reason) {
        if (underway.add(meetingId)) {
            // A send may wait for Kafka, and the caller must not
            CompletableFuture.runAsync(() -> attempt(meetingId, reason));
        }
    }

    /** Refuses what still comes of a meeting that is being erased. */
    void check(String meetingId) throws RefusedException {
        if (underway.contains(meetingId)) {
            throw new RefusedException(
                    RefusalReason.MEETING_ERASED, "The meeting is erased; nothing of it is taken in.");
        }
    }

    private void attempt(String meetingId, String reason) {
        erase.apply(meetingId, reason).whenComplete((done, failure) -> {
            if (failure == null) {
                // From here on the meeting's state refuses what comes
                underway.remove(meetingId);
            } else {
                LOG.warnf(
                        "An erasure isn't recorded yet: %s", failure.getClass().getSimpleName());
                later.execute(() -> attempt(meetingId, reason));
            }
        });
    }
}
