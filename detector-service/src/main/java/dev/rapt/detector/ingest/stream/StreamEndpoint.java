package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.TraceParent;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A stream of frames of many participants of one meeting. The handler only reads the header and puts the frame into its
 * participant's lane, on the event loop and so in the order of arrival; acknowledgements follow when they are due.
 */
@WebSocket(path = "/v1/meetings/{meetingId}/stream", endpointId = StreamEndpoint.ID)
public final class StreamEndpoint {

    static final String ID = "frames";

    private static final Logger LOG = Logger.getLogger(StreamEndpoint.class);
    private static final UserData.TypedKey<StreamPeer> PEER = new UserData.TypedKey<>("peer");

    /** The rest of a message besides its picture, and some room so that a picture slightly too large is refused by name. */
    private static final long MARGIN = 1 << 20;

    private final FrameDesk desk;
    private final FrameRules rules;
    private final DetectorConfig.InFlight limits;

    StreamEndpoint(FrameDesk desk, FrameRules rules, DetectorConfig config) {
        this.desk = desk;
        this.rules = rules;
        this.limits = config.inFlight();
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        Room room = new Room(
                limits.maxFramesPerConnection(), limits.maxBytesPerConnection().asLongValue());
        connection.userData().put(PEER, new StreamPeer(connection, room, StreamPeer.Unread.HANG_UP));
    }

    @OnBinaryMessage
    @NonBlocking
    void take(Buffer message, WebSocketConnection connection) {
        StreamPeer peer = connection.userData().get(PEER);
        if (message.length() > rules.maxBytes() + MARGIN) {
            refuseTooLarge(peer);
            return;
        }
        Passage passage = desk.open(peer.room());
        StreamFrame frame;
        try {
            frame = StreamFrame.read(message.getBytes());
        } catch (RefusedException e) {
            passage.refuse(e.reason(), e.getMessage());
            peer.say(StreamMessage.error(e.reason().reason(), e.getMessage()));
            return;
        }
        passage.outcome().thenAccept(outcome -> peer.say(StreamMessage.ack(frame.name(), outcome)));
        try {
            Frame good = judge(frame, connection);
            if (passage.claim(frame.picture().length)) {
                desk.putNewest(good, passage);
            } else {
                passage.refuse(
                        RefusalReason.OVERLOADED,
                        "More frames are on their way than there is room for; wait for acknowledgements or send fewer.");
            }
        } catch (RefusedException e) {
            passage.refuse(e.reason(), e.getMessage());
        }
    }

    @OnTextMessage
    @NonBlocking
    void refuseText(String message, WebSocketConnection connection) {
        StreamMessage error =
                StreamMessage.error("not-binary", "Frames are binary messages; this stream takes no text.");
        connection.userData().get(PEER).say(error);
    }

    /** A message beyond the size that is gathered at all was thrown away; the stream goes on. */
    @OnError
    @NonBlocking
    void tooLarge(IllegalStateException e, WebSocketConnection connection) {
        StreamPeer peer = connection.userData().get(PEER);
        if (peer == null || !connection.isOpen()) {
            return;
        }
        refuseTooLarge(peer);
    }

    /** A single WebSocket frame beyond the limit ends the stream, with status 1009, before it is gathered. */
    @OnError
    @NonBlocking
    void tooLong(CorruptedWebSocketFrameException e, WebSocketConnection connection) {
        if (e.closeStatus().code() == WebSocketCloseStatus.MESSAGE_TOO_BIG.code()) {
            desk.open().refuse(RefusalReason.BODY_TOO_LARGE, "A message was too large to be taken in.");
        }
    }

    @OnError
    @NonBlocking
    void broken(Throwable e, WebSocketConnection connection) {
        // The class only: a message of a library might quote what was sent
        LOG.debugf("A stream broke: %s", e.getClass().getName());
    }

    private void refuseTooLarge(StreamPeer peer) {
        String detail = "A message was too large to be taken in and was thrown away.";
        desk.open(peer.room()).refuse(RefusalReason.BODY_TOO_LARGE, detail);
        peer.say(StreamMessage.error(RefusalReason.BODY_TOO_LARGE.reason(), detail));
    }

    private Frame judge(StreamFrame frame, WebSocketConnection connection) throws RefusedException {
        ParticipantKey sender = rules.participant(connection.pathParam("meetingId"), frame.participantId());
        long capturedAt = rules.capturedAt(frame.capturedAt());
        if (frame.sequence().isPresent()) {
            rules.sequence(frame.sequence().getAsLong());
        }
        ParticipantKey participant = rules.admit(sender, capturedAt);
        rules.picture(frame.picture(), Optional.empty());
        return new Frame(
                participant,
                capturedAt,
                rules.now(),
                frame.sequence(),
                TraceParent.of(connection.handshakeRequest().header("traceparent")),
                frame.picture());
    }
}
