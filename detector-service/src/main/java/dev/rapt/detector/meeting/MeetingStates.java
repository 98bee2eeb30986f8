package dev.rapt.detector.meeting;

import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.meeting.Admission;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.StateChange;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
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
 * What holds for each meeting, whichever replica it was said to: who may be measured, by the {@link MeetingBook}, and how
 * often the names of its galleries have begun anew. Every replica follows all of it; until one has read what was said
 * before it started, {@link #obstacle()} says so and no frame is taken in. Any thread may call anything.
 */
public final class MeetingStates implements MeetingGate, StateListener {

    /** How long an epoch may be fought for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StateWriter writer;
    private final MeetingBook book;
    /** Erased by this process and not yet read back. */
    private final Set<String> erasedHere = ConcurrentHashMap.newKeySet();

    private final Map<String, Integer> epochs = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> claims = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public MeetingStates(StateWriter writer, MeetingBook book) {
        this.writer = writer;
        this.book = book;
        book.onChange(this::changed);
    }

    @Override
    public Optional<String> obstacle() {
        return book.obstacle();
    }

    @Override
    public Optional<Refusal> objection(String meetingId) {
        if (isErased(meetingId)) {
            return Optional.of(Refusal.MEETING_ERASED);
        }
        return book.terms(meetingId).isPresent() ? Optional.empty() : Optional.of(Refusal.MEETING_UNDECLARED);
    }

    @Override
    public Admission admit(String meetingId, String participantId, long capturedAt) {
        return isErased(meetingId)
                ? new Admission.Refused(Refusal.MEETING_ERASED)
                : book.admit(meetingId, participantId, capturedAt);
    }

    @Override
    public Optional<Refusal> standing(ParticipantKey participant, long capturedAt) {
        String meetingId = participant.meetingId();
        Optional<Refusal> objection = objection(meetingId);
        if (objection.isPresent()) {
            return objection;
        }
        if (pseudonymous(meetingId)) {
            if (book.pseudonyms(meetingId).isEmpty()) {
                return Optional.of(Refusal.PSEUDONYM_KEY_DELETED);
            }
            if (!Pseudonyms.isPseudonym(participant.participantId())) {
                // Taken in before it was declared so, under an id that must get no further
                return Optional.of(Refusal.MEETING_UNDECLARED);
            }
        }
        return book.standing(meetingId, participant.participantId(), capturedAt);
    }

    @Override
    public Optional<Refusal> unnamed(String meetingId, long capturedAt) {
        return objection(meetingId).or(() -> book.unnamed(meetingId, capturedAt));
    }

    @Override
    public boolean pseudonymous(String meetingId) {
        return book.terms(meetingId).map(Terms::pseudonymous).orElse(false);
    }

    @Override
    public boolean showsPeople(String meetingId) {
        return book.terms(meetingId).map(Terms::view).orElse(View.INDIVIDUAL) == View.INDIVIDUAL;
    }

    @Override
    public Signals signals(String meetingId) {
        return book.terms(meetingId).map(Terms::signals).orElse(Signals.ATTENTION);
    }

    /** Whether the meeting is known to be erased. */
    public boolean isErased(String meetingId) {
        return erasedHere.contains(meetingId) || book.isErased(meetingId);
    }

    /**
     * Whoever keeps something of a meeting is told each time when less of it may be kept than before, once that holds for
     * whoever asks.
     */
    public void onNarrowing(Consumer<String> listener) {
        listeners.add(listener);
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
        return writer.erased(meetingId, reason).thenRun(() -> {
            erasedHere.add(meetingId);
            // Where it was read back already nobody would take it away again
            if (book.isErased(meetingId)) {
                erasedHere.remove(meetingId);
            }
            tell(meetingId);
        });
    }

    /**
     * Begins the names of a meeting's galleries anew.
     *
     * @return completes with a number of at least 1 that nobody else has got or gets, greater than all before; exceptionally with {@link UnpublishedException}
     *     within about five seconds when Kafka isn't there
     */
    public CompletionStage<Integer> claimGalleryEpoch(String meetingId) {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return CompletableFuture.failedFuture(new UnpublishedException(obstacle.get()));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return claimNext(meetingId, deadline);
    }

    private CompletionStage<Integer> claimNext(String meetingId, long deadline) {
        int epoch = epochs.getOrDefault(meetingId, 0) + 1;
        String claim = UUID.randomUUID().toString();
        CompletableFuture<Boolean> won = new CompletableFuture<>();
        claims.put(claim, won);
        writer.claim(meetingId, epoch, claim).whenComplete((done, failure) -> {
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

    private void changed(StateChange change) {
        if (change instanceof StateChange.Erased) {
            erasedHere.remove(change.meetingId());
        }
        tell(change.meetingId());
    }

    private void tell(String meetingId) {
        listeners.forEach(listener -> listener.accept(meetingId));
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
}
