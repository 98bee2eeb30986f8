package dev.rapt.access.route;

/** How a route is taken. */
public enum Kind {
    /** A question and its answer. */
    ANSWER,
    /** An answer that goes on, or a WebSocket: it counts as a connection. */
    STREAM,
    /** The same, opened by a bot that can't set headers and may carry its token in the address. */
    BOT_STREAM,
    /** A bot's request with the token in the address. */
    BOT_ANSWER;

    /** Whether it counts as a connection. */
    public boolean lasts() {
        return this == STREAM || this == BOT_STREAM;
    }

    /** Whether the address may carry the token. */
    public boolean takesTokenInAddress() {
        return this == BOT_STREAM || this == BOT_ANSWER;
    }
}
