package dev.rapt.detector.ingest;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.meters.Meters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where frames come in, whatever brought them. A frame is opened when it arrives, claims room, and is put in its
 * participant's lane; its {@link Passage} tells what came of it. Nothing here waits.
 */
public final class FrameDesk {

    private final Books books;
    private final Room room;
    private final Lanes lanes;
    private final ParticipantMemory memory;
    private final MeetingGate gate;
    private volatile boolean open = true;

    /** @param remembered how many participants are remembered, and for how long their face's place counts */
    public FrameDesk(
            Books books,
            Room room,
            int workers,
            int remembered,
            Duration expiry,
            FrameReader reader,
            CropSink sink,
            Meters meters,
            MeetingGate gate) {
        this.books = books;
        this.room = room;
        this.gate = gate;
        this.memory = new ParticipantMemory(remembered, expiry, Clock.systemUTC());
        FrameWork work = new FrameWork(reader, sink, memory, meters, gate);
        this.lanes = new Lanes(workers, work::run);
    }

    /** Receives a frame: from here on it is in the books. */
    public Passage open(Room... narrower) {
        List<Room> rooms = new ArrayList<>(List.of(narrower));
        rooms.add(room);
        return new Passage(books.open(), rooms);
    }

    /** Puts a frame that keeps its place, whatever else of its participant comes. */
    public void put(Frame frame, Passage passage) {
        put(new Lanes.Job(frame, passage, false));
    }

    /** Puts a frame whose place a newer one of its participant takes while it waits; it is skipped then. */
    public void putNewest(Frame frame, Passage passage) {
        put(new Lanes.Job(frame, passage, true));
    }

    /** Less of a meeting may be kept than before: whoever may not be measured any more is forgotten. */
    public void narrowed(String meetingId) {
        memory.forget(meetingId, participant -> gate.standing(participant, Long.MAX_VALUE)
                .isPresent());
    }

    /** From now on turns every frame away, which the senders may send again; goes on with those it has. */
    public void refuseMore() {
        open = false;
    }

    /** Whether frames are taken in; false from the beginning of the end on. */
    public boolean isOpen() {
        return open;
    }

    /** How many frames have come that haven't got their answer yet. */
    public long inFlight() {
        return books.snapshot().inFlight();
    }

    /** Finishes what is being read and fails what is waiting, which the senders may send again. */
    public void close() throws InterruptedException {
        open = false;
        lanes.close().forEach(FrameDesk::turnAway);
    }

    private void put(Lanes.Job job) {
        if (!open) {
            turnAway(job);
            return;
        }
        lanes.put(job).ifPresent(older -> older.passage().end(new Outcome.Skipped(SkipReason.SUPERSEDED)));
    }

    private static void turnAway(Lanes.Job job) {
        job.passage()
                .end(new Outcome.Failed(
                        FailureReason.NOT_READY, "The detector is going down. It is safe to send the frame again."));
    }
}
