package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.live.Message;
import dev.rapt.aggregator.live.Outlet;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A listener by server-sent events. */
final class StreamOutlet implements Outlet {

    private final Context context;
    private final HttpConnection connection;
    private final HttpServerResponse response;

    /** @param context of the connection */
    StreamOutlet(Context context, HttpServerRequest request) {
        this.context = context;
        this.connection = request.connection();
        this.response = request.response();
    }

    @Override
    public void send(Message message, Runnable taken) {
        Buffer bytes = message.stream();
        // Completes when the bytes are with the listener's side as far as this one can see
        context.runOnContext(now -> {
            if (response.closed() || response.ended()) {
                taken.run();
            } else {
                response.write(bytes).onComplete(written -> taken.run());
            }
        });
    }

    @Override
    public void end() {
        context.runOnContext(now -> {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }

    @Override
    public void abort() {
        context.runOnContext(now -> Connections.drop(connection));
    }
}
