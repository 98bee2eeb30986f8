package dev.rapt.aggregator.rest;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What Vert.x's own closing doesn't do. */
final class Connections {

    private Connections() {}

    /** Closes a connection without waiting for what its other side doesn't read; closing it politely would wait for that. */
    static void drop(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channel().close();
        } else {
            connection.close();
        }
    }
}
