package dev.rapt.detector.ingest.stream;

import dev.rapt.departure.Farewell;
import dev.rapt.detector.ingest.FrameDesk;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Before the detector goes: frames that come from now on are turned away, those that are here get their answers, and then
 * every stream is closed with status 1012, so that its sender connects again, to another replica.
 */
@Singleton
final class StreamFarewell implements Farewell {

    private static final Logger LOG = Logger.getLogger(StreamFarewell.class);
    private static final long LOOK_AGAIN_MILLIS = 20;

    /** "Service restart" of the registry of WebSocket close codes; unlike 1001 it says that connecting again is meant. */
    private static final CloseReason GOING = new CloseReason(1012, "The detector is going down; connect again");

    /** For a peer that doesn't take its close. */
    private static final long CLOSING_MILLIS = 1_000;

    private final FrameDesk desk;
    private final OpenConnections connections;

    StreamFarewell(FrameDesk desk, OpenConnections connections) {
        this.desk = desk;
        this.connections = connections;
    }

    @Override
    public void leave(Duration atMost) throws InterruptedException {
        desk.refuseMore();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (desk.inFlight() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        List<CompletableFuture<Void>> closing = new ArrayList<>();
        for (WebSocketConnection connection : connections) {
            closing.add(connection.close(GOING).subscribeAsCompletionStage());
        }
        LOG.infof("Streams closed: %d; frames without an answer: %d", closing.size(), desk.inFlight());
        CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
                .orTimeout(CLOSING_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(gone -> null)
                .join();
    }
}
