package dev.rapt.detector.meeting;

import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.UnpublishedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What has been said once and for all of each meeting, by whichever replica: whether it is erased, and how often the
 * names of its galleries have begun anew. Every replica follows all of it; until one has read what was said before it
 * started, {@link #obstacle()} says so and no frame is taken in. Any thread may call anything.
 */
public final class MeetingStates implements MeetingGate, StateListener {

    /** How long an epoch may be fought for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StateSink sink;
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> epochs = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> claims = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean ready;
    private volatile String obstacle = "The states of meetings are being read.";

    public MeetingStates(StateSink sink) {
        this.sink = sink;
    }

    @Override
    public Optional<String> obstacle() {
        return ready ? Optional.empty() : Optional.of(obstacle);
    }

    @Override
    public boolean isErased(String meetingId) {
        return erased.contains(meetingId);
    }

    /** Whoever keeps something of a meeting is told, once, when it must go; what was erased before is told too. */
    public synchronized void onErasure(Consumer<String> listener) {
        listeners.add(listener);
        erased.forEach(listener);
    }

    /**
     * Erases a meeting: whatever is kept of it goes, and what still comes is refused, here from the moment on at which this completes,
     * and elsewhere as soon as the others have read it.
     *
     * @param reason why, in a few words in kebab case
     * @return completes once Kafka has acknowledged it, or exceptionally with {@link UnpublishedException} within five seconds;
     *     safe to be repeated then
     */
    public CompletionStage<Void> erase(String meetingId, String reason) {
        return sink.erased(meetingId, reason).thenRun(() -> erased(meetingId));
    }

    /**
     * Begins the names of a meeting's galleries anew.
     *
     * @return completes with a number of at least 1 that nobody else has got or gets, greater than all before; exceptionally with {@link UnpublishedException}
     *     within about five seconds when Kafka isn't there
     */
    public CompletionStage<Integer> claimGalleryEpoch(String meetingId) {
        if (!ready) {
            return CompletableFuture.failedFuture(new UnpublishedException(obstacle));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return claimNext(meetingId, deadline);
    }

    private CompletionStage<Integer> claimNext(String meetingId, long deadline) {
        int epoch = epochs.getOrDefault(meetingId, 0) + 1;
        String claim = UUID.randomUUID().toString();
        CompletableFuture<Boolean> won = new CompletableFuture<>();
        claims.put(claim, won);
        sink.claim(meetingId, epoch, claim).whenComplete((done, failure) -> {
            if (failure != null) {
                won.completeExceptionally(failure);
            }
        });
        long left = Math.max(1, deadline - System.nanoTime());
        return won.orTimeout(left, TimeUnit.NANOSECONDS)
                .exceptionally(failure -> {
                    throw new CompletionException(unpublished(failure));
                })
                .whenComplete((done, failure) -> claims.remove(claim))
                .thenCompose(mine -> mine ? CompletableFuture.completedFuture(epoch) : claimNext(meetingId, deadline));
    }

    private static UnpublishedException unpublished(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof UnpublishedException known
                ? known
                : new UnpublishedException("The gallery's epoch could not be claimed in time.");
    }

    // One at a time, so that nobody who comes to listen is told twice
    @Override
    public synchronized void erased(String meetingId) {
        if (erased.add(meetingId)) {
            listeners.forEach(listener -> listener.accept(meetingId));
        }
    }

    @Override
    public void forgotten(String meetingId) {
        erased.remove(meetingId);
    }

    // The first to name a number that is higher than all before has it. Where older records were compacted away, the
    // number jumps, and nobody waits for those any more
    @Override
    public void claimed(String meetingId, int epoch, String claim) {
        boolean first = epoch > epochs.getOrDefault(meetingId, 0);
        if (first) {
            epochs.put(meetingId, epoch);
        }
        CompletableFuture<Boolean> waiting = claims.get(claim);
        if (waiting != null) {
            waiting.complete(first);
        }
    }

    @Override
    public void caughtUp() {
        ready = true;
    }

    @Override
    public void hindered(String why) {
        obstacle = why;
    }
}
