package dev.rapt.aggregator.testing;

import io.vertx.core.Vertx;

/** Vert.x for tests without Quarkus. */
public final class PlainVertx {

    private static final String NO_WEBSOCKETS = "vertx.disableWebsockets";

    private PlainVertx() {}

    /**
     * A new one, with WebSockets. Quarkus switches them off for all of Vert.x, and the first server of a process decides for
     * all that follow; so every test of this kind begins here, whichever ran before.
     */
    public static Vertx start() {
        System.setProperty(NO_WEBSOCKETS, "false");
        return Vertx.vertx();
    }
}
