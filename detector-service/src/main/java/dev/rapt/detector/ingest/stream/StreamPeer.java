package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.ingest.Room;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The other end of a stream. What is said to it may be said by any thread; what a peer doesn't read that sends all the
 * same never fills the memory.
 */
public final class StreamPeer {

    /** What becomes of a peer that doesn't read. */
    public enum Unread {
        /** It is hung up on, because it must know what came of its frames. */
        HANG_UP,
        /** It isn't told any more until it has read. */
        DROP
    }

    private static final Logger LOG = Logger.getLogger(StreamPeer.class);
    private static final int MAX_UNREAD = 2_000;
    private static final CloseReason UNREAD = new CloseReason(1008, "Acknowledgements must be read");

    private final WebSocketConnection connection;
    private final Room room;
    private final Unread whenUnread;
    private final AtomicInteger unread = new AtomicInteger();

    public StreamPeer(WebSocketConnection connection, Room room, Unread whenUnread) {
        this.connection = connection;
        this.room = room;
        this.whenUnread = whenUnread;
    }

    /** The room of this connection's frames. */
    public Room room() {
        return room;
    }

    /** Sends a message, or drops it when the connection is gone. */
    public void say(StreamMessage message) {
        say(message.toJson());
    }

    /** Sends a text, or drops it when the connection is gone. */
    public void say(String text) {
        if (!connection.isOpen()) {
            return;
        }
        if (unread.incrementAndGet() > MAX_UNREAD) {
            unread.decrementAndGet();
            if (whenUnread == Unread.HANG_UP) {
                connection.close(UNREAD).subscribe().with(done -> {}, StreamPeer::ignore);
            }
            return;
        }
        connection
                .sendText(text)
                .onTermination()
                .invoke(unread::decrementAndGet)
                .subscribe()
                .with(sent -> {}, StreamPeer::ignore);
    }

    private static void ignore(Throwable e) {
        LOG.debugf("Nobody is there to be told: %s", e.getClass().getName());
    }
}
