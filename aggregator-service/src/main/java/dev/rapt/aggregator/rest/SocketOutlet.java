package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.live.Message;
import dev.rapt.aggregator.live.Outlet;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** A listener by WebSocket: a text message for each event, a ping as the sign of life. */
final class SocketOutlet implements Outlet {

    private static final short GOING_AWAY = 1001;

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
        List<String> frames = message.frames();
        context.runOnContext(now -> {
            if (socket.isClosed()) {
                taken.run();
                return;
            }
            Future<Void> written = frames.isEmpty() ? socket.writePing(Buffer.buffer()) : Future.succeededFuture();
            for (String frame : frames) {
                written = socket.writeTextMessage(frame);
            }
            written.onComplete(done -> taken.run());
        });
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
