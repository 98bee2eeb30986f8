package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.ingest.Room;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The other end of a stream. What is said to it may be said by any thread; a peer that sends but doesn't read what it is
 * told is hung up on before that fills the memory.
 */
final class StreamPeer {

    private static final Logger LOG = Logger.getLogger(StreamPeer.class);
    private static final int MAX_UNREAD = 2_000;
    private static final CloseReason UNREAD = new CloseReason(1008, "Acknowledgements must be read");

    private final WebSocketConnection connection;
    private final Room room;
    private final AtomicInteger unread = new AtomicInteger();

    StreamPeer(WebSocketConnection connection, Room room) {
        this.connection = connection;
        this.room = room;
    }

    /** The room of this connection's frames. */
    Room room() {
        return room;
    }

    /** Sends a message, or drops it when the connection is gone. */
    void say(StreamMessage message) {
        if (!connection.isOpen()) {
            return;
        }
        if (unread.incrementAndGet() > MAX_UNREAD) {
            connection.close(UNREAD).subscribe().with(done -> {}, StreamPeer::ignore);
            return;
        }
        connection
                .sendText(message.toJson())
                .onTermination()
                .invoke(unread::decrementAndGet)
                .subscribe()
                .with(sent -> {}, StreamPeer::ignore);
    }

    private static void ignore(Throwable e) {
        LOG.debugf("Nobody is there to be told: %s", e.getClass().getName());
    }
}
