package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.MeetingGate;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.meters.Meters;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/**
 * Where composites come in, whatever brought them. One is opened when it arrives, claims room, and is put in its
 * gallery's lane; its {@link GalleryPassage} tells what came of it. Nothing here waits.
 */
public final class GalleryDesk {

    private final FrameDesk desk;
    private final GallerySettings settings;
    private final MeetingGate gate;
    private final Turns turns;
    private final GalleryWork work;
    private final Galleries galleries;

    public GalleryDesk(
            FrameDesk desk,
            GalleryReader reader,
            CropSink sink,
            GalleryEpochs epochs,
            GalleryWatcher watcher,
            Meters meters,
            MeetingGate gate,
            GallerySettings settings) {
        this.desk = desk;
        this.settings = settings;
        this.gate = gate;
        this.turns = new Turns(settings.threads(), settings.maxWaiting());
        this.work = new GalleryWork(reader, sink, epochs, watcher, settings, meters, gate, turns);
        this.galleries = new Galleries(settings, this::begin, Clock.systemUTC());
    }

    /** Receives a composite: from here on it is in the books. */
    public GalleryPassage open(Room... narrower) {
        return new GalleryPassage(desk, narrower);
    }

    /** Begins a gallery of its own, such as that of a connection, which ends when the caller lets go of it. */
    public Gallery begin(String meetingId) {
        return new Gallery(meetingId, turns.lane(), settings.gap());
    }

    /** Puts a composite of its meeting's common gallery, where it keeps its place, whatever else comes. */
    public void put(GalleryFrame frame, GalleryPassage passage) {
        Gallery gallery = galleries.of(frame.meetingId());
        Job job = new Job(gallery, frame, passage);
        if (!turnedAway(job) && !gallery.lane().put(job)) {
            passage.refuse(
                    RefusalReason.OVERLOADED,
                    "As many composites of this meeting are waiting as there is room for. Send fewer.");
        }
    }

    /** Puts a composite whose place a newer one of its gallery takes while it waits; it is skipped then. */
    public void putNewest(Gallery gallery, GalleryFrame frame, GalleryPassage passage) {
        Job job = new Job(gallery, frame, passage);
        if (turnedAway(job)) {
            return;
        }
        gallery.lane().putNewest(job).ifPresent(older -> {
            gallery.skips().skipped(1);
            older.skip();
        });
    }

    /** Less of a meeting may be kept than before: what its common gallery knows of whoever may not be measured goes. */
    public void narrowed(String meetingId) {
        if (gate.objection(meetingId).isPresent()) {
            galleries.forget(meetingId);
        }
        galleries
                .known(meetingId)
                .ifPresent(gallery -> gallery.forget(
                        participantId -> gate.standing(new ParticipantKey(meetingId, participantId), Long.MAX_VALUE)
                                .isPresent()));
    }

    /** Finishes what is being read and fails what is waiting, which the senders may send again. */
    public void close() throws InterruptedException {
        turns.close();
    }

    private boolean turnedAway(Job job) {
        if (!desk.isOpen()) {
            job.turnAway();
            return true;
        }
        return false;
    }

    private final class Job implements Turns.Job {

        private final Gallery gallery;
        private final GalleryFrame frame;
        private final GalleryPassage passage;

        Job(Gallery gallery, GalleryFrame frame, GalleryPassage passage) {
            this.gallery = gallery;
            this.frame = frame;
            this.passage = passage;
        }

        @Override
        public CompletionStage<?> run() {
            return work.run(gallery, frame, passage);
        }

        @Override
        public void skip() {
            passage.end(new Outcome.Skipped(SkipReason.SUPERSEDED));
        }

        @Override
        public void turnAway() {
            passage.end(new Outcome.Failed(
                    FailureReason.NOT_READY, "The detector is going down. It is safe to send the composite again."));
        }
    }
}
