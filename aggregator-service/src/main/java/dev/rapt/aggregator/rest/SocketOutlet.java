package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.live.Message;
import dev.rapt.aggregator.live.Outlet;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.List;

/** A listener by WebSocket: a text message for each event, a ping as the sign of life. */
final class SocketOutlet implements Outlet {

    private static final short GOING_AWAY = 1001;

    /** What Vert.x's own clients take as one frame. */
    private static final int PIECE = 65_536;

    private final Context context;
    private final ServerWebSocket socket;
    private final HttpConnection connection;

    /** @param context of the connection */
    SocketOutlet(Context context, ServerWebSocket socket, HttpConnection connection) {
        this.context = context;
        this.socket = socket;
        this.connection = connection;
    }

    @Override
    public void send(Message message, Runnable taken) {
        List<Buffer> frames = message.frames();
        context.runOnContext(now -> {
            if (socket.isClosed()) {
                taken.run();
                return;
            }
            Future<Void> written = frames.isEmpty() ? socket.writePing(Buffer.buffer()) : Future.succeededFuture();
            for (Buffer frame : frames) {
                written = write(frame);
            }
            written.onComplete(done -> taken.run());
        });
    }

    /** In pieces of the bytes that all other listeners get too; a text would be a copy for each. */
    private Future<Void> write(Buffer text) {
        Future<Void> written = socket.writeFrame(WebSocketFrame.textFrame("", false));
        for (int from = 0; from < text.length(); from += PIECE) {
            int to = Math.min(text.length(), from + PIECE);
            written = socket.writeFrame(WebSocketFrame.continuationFrame(text.slice(from, to), to == text.length()));
        }
        return written;
    }

    @Override
    public void end() {
        context.runOnContext(now -> socket.close(GOING_AWAY, "come back"));
    }

    @Override
    public void abort() {
        context.runOnContext(now -> Connections.drop(connection));
    }
}
