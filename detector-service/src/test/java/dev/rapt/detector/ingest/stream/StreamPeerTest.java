package dev.rapt.detector.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.ingest.Room;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPeerTest {

    private final List<String> sent = new ArrayList<>();
    private final List<CloseReason> closed = new ArrayList<>();

    @Test
    void whoMustKnowWhatCameOfTheirFramesAndDoesNotReadIsHungUpOn() {
        StreamPeer peer = new StreamPeer(unread(), new Room(1, 1), StreamPeer.Unread.HANG_UP);

        for (int i = 0; i < 2_001; i++) {
            peer.say("ack");
        }

        assertThat(sent).hasSize(2_000);
        assertThat(closed).extracting(CloseReason::getCode).containsExactly(1008);
    }

    @Test
    void whoNeverReadsIsNotToldAnyMoreAndKeepsItsConnection() {
        StreamPeer peer = new StreamPeer(unread(), new Room(1, 1), StreamPeer.Unread.DROP);

        for (int i = 0; i < 10_000; i++) {
            peer.say("error");
        }

        assertThat(sent).hasSize(2_000);
        assertThat(closed).isEmpty();
    }

    /** A connection whose other end never reads. */
    private WebSocketConnection unread() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isOpen":
                            return true;
                        case "sendText":
                            sent.add((String) arguments[0]);
                            return Uni.createFrom().nothing();
                        case "close":
                            closed.add((CloseReason) arguments[0]);
                            return Uni.createFrom().voidItem();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
