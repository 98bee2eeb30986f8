package dev.rapt.demo.token;

import java.net.http.HttpRequest;
import java.net.http.WebSocket;

/** The environment's {@code RAPT_TOKEN}, for services that need one. It is shown to them, and printed nowhere. */
public final class Token {

    private static final String VARIABLE = "RAPT_TOKEN";
    private static final String HEADER = "Authorization";

    private Token() {}

    /** The request with the token, if there is one. */
    public static HttpRequest.Builder on(HttpRequest.Builder request) {
        return isThere() ? request.header(HEADER, "Bearer " + text()) : request;
    }

    /** The same of a WebSocket. */
    public static WebSocket.Builder on(WebSocket.Builder socket) {
        return isThere() ? socket.header(HEADER, "Bearer " + text()) : socket;
    }

    private static boolean isThere() {
        return !text().isEmpty();
    }

    private static String text() {
        String token = System.getenv(VARIABLE);
        return token == null ? "" : token.strip();
    }
}
