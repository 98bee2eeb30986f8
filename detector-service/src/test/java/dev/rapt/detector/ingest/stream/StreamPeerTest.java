package dev.rapt.detector.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.testing.FakeConnection;
import io.quarkus.websockets.next.CloseReason;
import org.junit.jupiter.api.Test;

class StreamPeerTest {

    private final FakeConnection unread = new FakeConnection(false);

    @Test
    void whoMustKnowWhatCameOfTheirFramesAndDoesNotReadIsHungUpOn() {
        StreamPeer peer = new StreamPeer(unread.connection(), new Room(1, 1), StreamPeer.Unread.HANG_UP);

        for (int i = 0; i < 2_001; i++) {
            peer.say("ack");
        }

        assertThat(unread.sent()).hasSize(2_000);
        assertThat(unread.closed()).extracting(CloseReason::getCode).containsExactly(1008);
    }

    @Test
    void whoNeverReadsIsNotToldAnyMoreAndKeepsItsConnection() {
        StreamPeer peer = new StreamPeer(unread.connection(), new Room(1, 1), StreamPeer.Unread.DROP);

        for (int i = 0; i < 10_000; i++) {
            peer.say("error");
        }

        assertThat(unread.sent()).hasSize(2_000);
        assertThat(unread.closed()).isEmpty();
    }
}
