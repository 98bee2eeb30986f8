package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.TraceParent;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.stream.StreamPeer;
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
import org.jboss.logging.Logger;

/**
 * A bot's connection, which brings one meeting's messages in the bot's own format. The handler only reads the message and
 * hands it on, on the event loop and so in the order of arrival.
 */
@WebSocket(path = "/v1/meetings/{meetingId}/bots/{bot}", endpointId = BotEndpoint.ID)
public final class BotEndpoint {

    static final String ID = "bots";

    private static final Logger LOG = Logger.getLogger(BotEndpoint.class);
    private static final UserData.TypedKey<BotSession> SESSION = new UserData.TypedKey<>("session");

    private final BotDesk desk;
    private final FrameDesk frames;
    private final Bots bots;
    private final DetectorConfig config;

    BotEndpoint(BotDesk desk, FrameDesk frames, Bots bots, DetectorConfig config) {
        this.desk = desk;
        this.frames = frames;
        this.bots = bots;
        this.config = config;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        boolean acks = asksForAcks(connection.handshakeRequest().query());
        Room room = new Room(
                config.inFlight().maxFramesPerConnection(),
                config.inFlight().maxBytesPerConnection().asLongValue());
        BotSession session = new BotSession(
                connection.pathParam("meetingId"),
                bots.named(connection.pathParam("bot")).orElseThrow(),
                new StreamPeer(connection, room, acks ? StreamPeer.Unread.HANG_UP : StreamPeer.Unread.DROP),
                acks,
                TraceParent.of(connection.handshakeRequest().header("traceparent")));
        connection.userData().put(SESSION, session);
    }

    @OnTextMessage
    @NonBlocking
    void text(String message, WebSocketConnection connection) {
        take(BotText.of(message), message.length(), connection);
    }

    @OnBinaryMessage
    @NonBlocking
    void bytes(Buffer message, WebSocketConnection connection) {
        take(BotText.of(message.getBytes()), message.length(), connection);
    }

    /** A message beyond the size that is gathered at all was thrown away; the stream goes on. */
    @OnError
    @NonBlocking
    void tooLarge(IllegalStateException e, WebSocketConnection connection) {
        BotSession session = connection.userData().get(SESSION);
        if (session != null && connection.isOpen()) {
            desk.tooLarge(session);
        }
    }

    /** A single WebSocket frame beyond the limit ends the stream, with status 1009, before it is gathered. */
    @OnError
    @NonBlocking
    void tooLong(CorruptedWebSocketFrameException e, WebSocketConnection connection) {
        if (e.closeStatus().code() == WebSocketCloseStatus.MESSAGE_TOO_BIG.code()) {
            frames.open().refuse(RefusalReason.BODY_TOO_LARGE, "A message was too large to be taken in.");
        }
    }

    @OnError
    @NonBlocking
    void broken(Throwable e, WebSocketConnection connection) {
        // The class only: a message of a library might quote what was sent
        LOG.debugf("A bot's connection broke: %s", e.getClass().getName());
    }

    private void take(BotText message, long length, WebSocketConnection connection) {
        BotSession session = connection.userData().get(SESSION);
        if (length > config.bots().maxMessageBytes().asLongValue()) {
            desk.tooLarge(session);
        } else {
            desk.take(message, session);
        }
    }

    private static boolean asksForAcks(String query) {
        return query != null && ("&" + query + "&").contains("&acks=true&");
    }
}
