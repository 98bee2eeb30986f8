package dev.rapt.detector.ingest.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * Throws away what is left of a refused request's body, so that a caller who is still sending gets to read the refusal
 * instead of a broken connection. Bounded in bytes and in time; beyond that the connection is closed.
 */
public final class Drain {

    private final HttpServerRequest request;
    private long left;

    private Drain(HttpServerRequest request, long maxBytes) {
        this.request = request;
        this.left = maxBytes;
    }

    /** On the request's event loop only, before the answer is written. */
    public static void rest(HttpServerRequest request, Vertx vertx, long maxBytes, Duration timeout) {
        if (request.isEnded()) {
            return;
        }
        if (request.getHeader(HttpHeaders.EXPECT) != null && request.bytesRead() == 0) {
            // The caller waits for leave to send. It won't get it, so nothing more will come on this connection
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            return;
        }
        Drain drain = new Drain(request, maxBytes);
        long timer = vertx.setTimer(timeout.toMillis(), id -> drain.giveUp());
        request.handler(chunk -> drain.drop(chunk.length()));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.exceptionHandler(broken -> vertx.cancelTimer(timer));
        request.resume();
    }

    private void drop(int bytes) {
        left -= bytes;
        if (left < 0) {
            giveUp();
        }
    }

    private void giveUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
