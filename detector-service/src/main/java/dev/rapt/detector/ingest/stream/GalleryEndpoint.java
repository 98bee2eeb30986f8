package dev.rapt.detector.ingest.stream;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.TraceParent;
import dev.rapt.detector.ingest.gallery.Gallery;
import dev.rapt.detector.ingest.gallery.GalleryDesk;
import dev.rapt.detector.ingest.gallery.GalleryFrame;
import dev.rapt.detector.ingest.gallery.GalleryPassage;
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
 * A stream of composites of one meeting whose layout isn't known. The connection has a gallery of its own: whom it follows
 * ends with it, and the next connection's names are others. Everything happens on the connection's event loop, apart from
 * the acknowledgements.
 */
@WebSocket(path = "/v1/meetings/{meetingId}/gallery", endpointId = GalleryEndpoint.ID)
public final class GalleryEndpoint {

    static final String ID = "gallery";

    private static final Logger LOG = Logger.getLogger(GalleryEndpoint.class);
    private static final UserData.TypedKey<Session> SESSION = new UserData.TypedKey<>("gallery");
    private static final long MARGIN = 1 << 20;

    private final GalleryDesk desk;
    private final FrameRules rules;
    private final DetectorConfig.InFlight limits;

    private record Session(StreamPeer peer, Gallery gallery) {}

    GalleryEndpoint(GalleryDesk desk, FrameRules rules, DetectorConfig config) {
        this.desk = desk;
        this.rules = rules;
        this.limits = config.inFlight();
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        Room room = new Room(
                limits.maxFramesPerConnection(), limits.maxBytesPerConnection().asLongValue());
        connection
                .userData()
                .put(
                        SESSION,
                        new Session(
                                new StreamPeer(connection, room, StreamPeer.Unread.HANG_UP),
                                desk.begin(connection.pathParam("meetingId"))));
    }

    @OnBinaryMessage
    @NonBlocking
    void take(Buffer message, WebSocketConnection connection) {
        Session session = connection.userData().get(SESSION);
        if (message.length() > rules.maxBytes() + MARGIN) {
            refuseTooLarge(session.peer());
            return;
        }
        GalleryPassage passage = desk.open(session.peer().room());
        StreamFrame frame;
        try {
            frame = StreamFrame.readComposite(message.getBytes());
        } catch (RefusedException e) {
            passage.refuse(e.reason(), e.getMessage());
            session.peer().say(StreamMessage.error(e.reason().reason(), e.getMessage()));
            return;
        }
        passage.outcome().thenAccept(outcome -> session.peer()
                .say(GalleryMessage.ack(frame, outcome).toJson()));
        try {
            GalleryFrame good = judge(frame, connection);
            if (passage.claim(frame.picture().length)) {
                desk.putNewest(session.gallery(), good, passage);
            } else {
                passage.refuse(
                        RefusalReason.OVERLOADED,
                        "More composites are on their way than there is room for; wait for acknowledgements or send"
                                + " fewer.");
            }
        } catch (RefusedException e) {
            passage.refuse(e.reason(), e.getMessage());
        }
    }

    @OnTextMessage
    @NonBlocking
    void refuseText(String message, WebSocketConnection connection) {
        connection
                .userData()
                .get(SESSION)
                .peer()
                .say(StreamMessage.error("not-binary", "Composites are binary messages; this stream takes no text."));
    }

    /** A message beyond the size that is gathered at all was thrown away; the stream goes on. */
    @OnError
    @NonBlocking
    void tooLarge(IllegalStateException e, WebSocketConnection connection) {
        Session session = connection.userData().get(SESSION);
        if (session != null && connection.isOpen()) {
            refuseTooLarge(session.peer());
        }
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
        LOG.debugf("A gallery's stream broke: %s", e.getClass().getName());
    }

    private void refuseTooLarge(StreamPeer peer) {
        String detail = "A message was too large to be taken in and was thrown away.";
        desk.open(peer.room()).refuse(RefusalReason.BODY_TOO_LARGE, detail);
        peer.say(StreamMessage.error(RefusalReason.BODY_TOO_LARGE.reason(), detail));
    }

    private GalleryFrame judge(StreamFrame frame, WebSocketConnection connection) throws RefusedException {
        GalleryFrame good = new GalleryFrame(
                rules.meeting(connection.pathParam("meetingId")),
                rules.capturedAt(frame.capturedAt()),
                rules.now(),
                frame.sequence(),
                TraceParent.of(connection.handshakeRequest().header("traceparent")),
                Optional.empty(),
                frame.picture());
        if (frame.sequence().isPresent()) {
            rules.sequence(frame.sequence().getAsLong());
        }
        rules.picture(frame.picture(), Optional.empty());
        return good;
    }
}
