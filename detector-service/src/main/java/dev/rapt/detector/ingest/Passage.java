package dev.rapt.detector.ingest;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.RefusalReason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One frame's way through the process: its line in the books, the room that it takes, and its outcome. It ends once;
 * ending it closes the line, gives back the room and completes {@link #outcome()}, in this order. Any thread may end it.
 */
public final class Passage {

    private final Books.Entry entry;
    private final List<Room> rooms;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private int frames;
    private long bytes;
    private boolean ended;

    Passage(Books.Entry entry, List<Room> rooms) {
        this.entry = entry;
        this.rooms = List.copyOf(rooms);
    }

    /** Takes room for more of the picture's bytes, and for the frame itself the first time; false when there is none. */
    public synchronized boolean claim(long moreBytes) {
        if (ended) {
            return false;
        }
        int moreFrames = frames == 0 ? 1 : 0;
        for (int taken = 0; taken < rooms.size(); taken++) {
            if (!rooms.get(taken).take(moreFrames, moreBytes)) {
                rooms.subList(0, taken).forEach(room -> room.giveBack(moreFrames, moreBytes));
                return false;
            }
        }
        frames += moreFrames;
        bytes += moreBytes;
        return true;
    }

    /** Gives back the room of the picture's bytes, which nobody needs any more; the frame is still on its way. */
    public synchronized void letGoOfPicture() {
        rooms.forEach(room -> room.giveBack(0, bytes));
        bytes = 0;
    }

    /** Ends the frame's way; further calls change nothing. */
    public void end(Outcome result) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            account(result);
            rooms.forEach(room -> room.giveBack(frames, bytes));
        }
        outcome.complete(result);
    }

    /** Ends the frame's way as refused. */
    public void refuse(RefusalReason reason, String detail) {
        end(new Outcome.Rejected(reason, detail));
    }

    /** Completes when the way ends, never exceptionally. */
    public CompletionStage<Outcome> outcome() {
        return outcome;
    }

    private void account(Outcome result) {
        if (result instanceof Outcome.Recorded recorded) {
            if (recorded.findings().primary().isPresent()) {
                entry.published();
            } else {
                entry.absent();
            }
        } else if (result instanceof Outcome.Skipped skipped) {
            entry.skipped(skipped.reason());
        } else if (result instanceof Outcome.Rejected rejected) {
            entry.rejected(rejected.reason());
        } else if (result instanceof Outcome.Failed failed) {
            entry.failed(failed.reason());
        }
    }
}
