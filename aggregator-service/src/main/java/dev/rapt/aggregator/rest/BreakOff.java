package dev.rapt.aggregator.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends an answer in a way that nobody can take for its end. */
final class BreakOff {

    private BreakOff() {}

    /** Drops what hasn't been taken yet, and the connection unless it carries other answers. */
    static void now(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // Closing the connection itself, or its channel, waits for the bytes before it, and so for whoever takes
            // none
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}
