package dev.rapt.detector.meeting;

import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks the gate once more just before an event goes to Kafka. An event that may not pass completes exceptionally with
 * {@link RefusedException}; while nothing can be said of any meeting, every event with {@link UnpublishedException}.
 */
public final class GatedLog implements MeetingLog {

    private final MeetingLog log;
    private final MeetingGate gate;

    public GatedLog(MeetingLog log, MeetingGate gate) {
        this.log = log;
        this.gate = gate;
    }

    @Override
    public CompletionStage<Void> publish(MeetingEvent event) {
        Optional<String> obstacle = gate.obstacle();
        if (obstacle.isPresent()) {
            return CompletableFuture.failedFuture(new UnpublishedException(obstacle.get()));
        }
        Optional<Refusal> refusal = gate.standing(event.participant(), event.at());
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(RefusedException.of(refusal.get()));
        }
        return gate.pseudonymous(event.participant().meetingId()) ? publishUnderPseudonym(event) : log.publish(event);
    }

    /** Whoever was named before the meeting was declared so must be named anew. */
    private CompletionStage<Void> publishUnderPseudonym(MeetingEvent event) {
        if (!Pseudonyms.isPseudonym(event.participant().participantId())) {
            return CompletableFuture.failedFuture(
                    new UnpublishedException("The meeting was declared just now. The event is safe to send again."));
        }
        return log.publish(new MeetingEvent(
                event.participant(),
                event.at(),
                event.receivedAt(),
                event.source(),
                event.what().withoutName()));
    }
}
