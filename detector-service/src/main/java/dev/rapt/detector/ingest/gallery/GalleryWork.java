package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.gallery.Backdrop;
import dev.rapt.detector.gallery.Composite;
import dev.rapt.detector.gallery.Layout;
import dev.rapt.detector.gallery.Sighting;
import dev.rapt.detector.gallery.Tile;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.NotReadyException;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.meters.Meters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * What is done with one composite: it is decoded and read, its participants are named, and each one's record goes to
 * Kafka. The end is left to the acknowledgements.
 */
final class GalleryWork {

    private static final Logger LOG = Logger.getLogger(GalleryWork.class);

    private final GalleryReader reader;
    private final CropSink sink;
    private final GalleryEpochs epochs;
    private final GallerySettings settings;
    private final GalleryWatcher watcher;
    private final Meters meters;
    private final MeetingGate gate;
    private final Executor threads;

    GalleryWork(
            GalleryReader reader,
            CropSink sink,
            GalleryEpochs epochs,
            GalleryWatcher watcher,
            GallerySettings settings,
            Meters meters,
            MeetingGate gate,
            Executor threads) {
        this.reader = reader;
        this.sink = sink;
        this.epochs = epochs;
        this.watcher = watcher;
        this.settings = settings;
        this.meters = meters;
        this.gate = gate;
        this.threads = threads;
    }

    /** Completes, never exceptionally, when the gallery's next composite may be worked on. */
    CompletionStage<Void> run(Gallery gallery, GalleryFrame frame, GalleryPassage passage) {
        try {
            gate.pass(frame.meetingId());
            long began = System.nanoTime();
            CompletionStage<List<GalleryOutcome.Participant>> participants = read(gallery, frame, passage);
            meters.composite(System.nanoTime() - began);
            return participants.handle((found, failure) -> {
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

    private CompletionStage<List<GalleryOutcome.Participant>> read(
            Gallery gallery, GalleryFrame frame, GalleryPassage passage)
            throws UnreadableImageException, NotReadyException {
        try (Composite composite = reader.open(frame.picture())) {
            passage.letGoOfPicture();
            if (frame.layout().isPresent()) {
                return CompletableFuture.completedFuture(
                        readTiles(gallery, frame, frame.layout().get(), composite));
            }
            return readAll(gallery, frame, composite);
        }
    }

    private List<GalleryOutcome.Participant> readTiles(
            Gallery gallery, GalleryFrame frame, Layout layout, Composite composite) {
        Instant capturedAt = Instant.ofEpochMilli(frame.capturedAt());
        List<FrameReading> readings = new ArrayList<>();
        for (Tile tile : layout.tiles()) {
            readings.add(composite.read(
                    tile,
                    capturedAt,
                    gallery.lastFace(tile),
                    gallery.emptyTiles().isDue(tile, settings.closerLookEvery())));
        }
        gallery.saw(layout, readings);
        List<GalleryOutcome.Participant> participants = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            participants.add(new GalleryOutcome.Participant(
                    layout.tiles().get(i).participantId(), readings.get(i).findings()));
        }
        return participants;
    }

    private CompletionStage<List<GalleryOutcome.Participant>> readAll(
            Gallery gallery, GalleryFrame frame, Composite composite) {
        List<SeenFace> faces =
                composite.readAll().faces().stream().limit(settings.maxTiles()).toList();
        Backdrop backdrop = composite.backdrop();
        Sighting sighting = gallery.tracker()
                .see(frame.capturedAt(), faces.stream().map(SeenFace::box).toList(), backdrop);
        if (sighting.anew()) {
            gallery.begin(OptionalInt.empty());
        }
        if (sighting.numbers().isEmpty() && sighting.missing().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (gallery.epoch().isPresent()) {
            return CompletableFuture.completedFuture(named(gallery.epoch().getAsInt(), sighting, faces, backdrop));
        }
        // The next composite waits for it, this thread doesn't
        return epochs.claim(gallery.meetingId())
                .thenApplyAsync(
                        epoch -> {
                            gallery.begin(OptionalInt.of(epoch));
                            return named(epoch, sighting, faces, backdrop);
                        },
                        threads);
    }

    private List<GalleryOutcome.Participant> named(
            int epoch, Sighting sighting, List<SeenFace> faces, Backdrop backdrop) {
        int width = backdrop.pictureWidth();
        int height = backdrop.pictureHeight();
        List<GalleryOutcome.Participant> participants = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            participants.add(new GalleryOutcome.Participant(
                    AnonymousNames.of(epoch, sighting.numbers().get(i)),
                    FrameFindings.ofOne(width, height, faces.get(i))));
        }
        for (Sighting.Missing missing : sighting.missing()) {
            boolean dark = backdrop.luminanceAround(missing.lastFace()) < settings.darkLuminance();
            participants.add(new GalleryOutcome.Participant(
                    AnonymousNames.of(epoch, missing.number()),
                    FrameFindings.ofNobody(width, height, dark ? AbsenceReason.DARK : AbsenceReason.NO_FACE)));
        }
        return participants;
    }

    private void publish(
            Gallery gallery,
            GalleryFrame frame,
            List<GalleryOutcome.Participant> participants,
            GalleryPassage passage) {
        if (participants.isEmpty()) {
            passage.endEmpty(new Outcome.Skipped(SkipReason.NOBODY));
            return;
        }
        watcher.saw(frame, participants);
        Skips.Told skips = gallery.skips().takeAll();
        List<Passage> passages = passage.split(participants);
        for (int i = 0; i < passages.size(); i++) {
            GalleryOutcome.Participant participant = participants.get(i);
            publish(
                    gallery,
                    frame.of(participant.participantId()),
                    participant.findings(),
                    skips.of(participant.participantId()),
                    passages.get(i));
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
