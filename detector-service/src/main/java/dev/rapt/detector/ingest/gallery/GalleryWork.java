package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.NotReadyException;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.meters.Meters;
import dev.rapt.meeting.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * What is done with one composite: it is decoded and read, and the record of each participant who may be measured goes to
 * Kafka. The end is left to the acknowledgements.
 */
final class GalleryWork {

    private static final Logger LOG = Logger.getLogger(GalleryWork.class);

    private final GalleryLook look;
    private final CropSink sink;
    private final GalleryWatcher watcher;
    private final Meters meters;
    private final MeetingGate gate;

    GalleryWork(
            GalleryReader reader,
            CropSink sink,
            GalleryEpochs epochs,
            GalleryWatcher watcher,
            GallerySettings settings,
            Meters meters,
            MeetingGate gate,
            Executor threads) {
        this.look = new GalleryLook(reader, epochs, settings, gate, threads);
        this.sink = sink;
        this.watcher = watcher;
        this.meters = meters;
        this.gate = gate;
    }

    /** Completes, never exceptionally, when the gallery's next composite may be worked on. */
    CompletionStage<Void> run(Gallery gallery, GalleryFrame frame, GalleryPassage passage) {
        try {
            gate.pass(frame.meetingId());
            long began = System.nanoTime();
            CompletionStage<List<Guest>> guests = look.at(gallery, frame, passage);
            meters.composite(System.nanoTime() - began);
            return guests.handle((found, failure) -> {
                if (failure == null) {
                    publish(gallery, frame, found, passage);
                } else {
                    passage.end(failed(failure));
                }
                return null;
            });
        } catch (UnreadableImageException e) {
            RefusalReason reason = RefusalReason.of(e.refusal().reason()).orElse(RefusalReason.CORRUPT_IMAGE);
            passage.end(new Outcome.Rejected(reason, e.getMessage()));
        } catch (RefusedException e) {
            passage.refuse(e.reason(), e.getMessage());
        } catch (NotReadyException e) {
            passage.end(new Outcome.Failed(FailureReason.NOT_READY, e.getMessage()));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // A composite that breaks the detector must not take its thread or its line in the books with it
            passage.end(failed(e));
        }
        return CompletableFuture.completedFuture(null);
    }

    private void publish(Gallery gallery, GalleryFrame frame, List<Guest> guests, GalleryPassage passage) {
        if (guests.isEmpty()) {
            passage.endEmpty(new Outcome.Skipped(SkipReason.NOBODY));
            return;
        }
        List<Guest> staying = guests.stream().map(guest -> again(guest, frame)).toList();
        watch(frame, staying);
        Skips.Told skips = gallery.skips().takeAll();
        List<Passage> passages = passage.split(staying.stream().map(Guest::name).toList());
        for (int i = 0; i < passages.size(); i++) {
            if (staying.get(i) instanceof Guest.Measured measured) {
                int skippedBefore = skips.of(measured.participant().participantId());
                publish(gallery, frame.of(measured.participant()), measured.findings(), skippedBefore, passages.get(i));
            } else {
                passages.get(i).end(((Guest.Refused) staying.get(i)).outcome());
            }
        }
    }

    /** Whether somebody may still be measured who could be before the composite was read. */
    private Guest again(Guest guest, GalleryFrame frame) {
        if (!(guest instanceof Guest.Measured measured)) {
            return guest;
        }
        Optional<Refusal> refusal = gate.standing(measured.participant(), frame.capturedAt());
        if (refusal.isEmpty() && frame.layout().isEmpty()) {
            refusal = gate.unnamed(frame.meetingId(), frame.capturedAt());
        }
        return refusal.<Guest>map(why -> new Guest.Refused(guest.name(), why)).orElse(guest);
    }

    private void watch(GalleryFrame frame, List<Guest> guests) {
        List<GalleryOutcome.Participant> measured = new ArrayList<>();
        for (Guest guest : guests) {
            if (guest instanceof Guest.Measured it) {
                measured.add(new GalleryOutcome.Participant(it.participant().participantId(), it.findings()));
            }
        }
        // Nobody else's picture is kept, so a composite without a layout is kept as a whole or not at all
        if (!measured.isEmpty() && (frame.layout().isPresent() || measured.size() == guests.size())) {
            watcher.saw(frame, measured);
        }
    }

    private void publish(Gallery gallery, Frame frame, FrameFindings findings, int skippedBefore, Passage passage) {
        long began = System.nanoTime();
        CompletionStage<Void> sent;
        try {
            sent = sink.publish(
                    frame, findings, gate.signals(frame.participant().meetingId()), skippedBefore);
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        sent.whenComplete((done, failure) -> {
            if (failure == null) {
                meters.publish(System.nanoTime() - began);
                passage.end(new Outcome.Recorded(findings));
            } else {
                gallery.skips().giveBack(frame.participant().participantId(), skippedBefore);
                passage.end(failed(failure));
            }
        });
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UnpublishedException) {
            return new Outcome.Failed(FailureReason.KAFKA_UNAVAILABLE, cause.getMessage());
        }
        LOG.errorf(
                cause,
                "A composite could not be worked on: %s",
                cause.getClass().getSimpleName());
        return new Outcome.Failed(
                FailureReason.INTERNAL_ERROR,
                "The detector failed on this composite. It is safe to send it again unchanged.");
    }
}
