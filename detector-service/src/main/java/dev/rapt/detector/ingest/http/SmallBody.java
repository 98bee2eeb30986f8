package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A body that is small, taken in as far as its limit allows. On the request's event loop only. */
public final class SmallBody {

    private final long maxBytes;
    private final Buffer bytes = Buffer.buffer();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private SmallBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Completes exceptionally with {@link RefusedException}; the rest of the body is still unread then. */
    public static CompletionStage<byte[]> read(
            HttpServerRequest request, long maxBytes, Vertx vertx, Duration timeout) {
        SmallBody body = new SmallBody(maxBytes);
        long timer = vertx.setTimer(timeout.toMillis(), id -> body.incomplete());
        body.whole.whenComplete((done, refused) -> vertx.cancelTimer(timer));
        request.handler(body::append);
        request.exceptionHandler(broken -> body.incomplete());
        request.endHandler(end -> body.whole.complete(body.bytes.getBytes()));
        request.resume();
        return body.whole;
    }

    private void append(Buffer chunk) {
        if (bytes.length() + (long) chunk.length() > maxBytes) {
            whole.completeExceptionally(new RefusedException(
                    RefusalReason.BODY_TOO_LARGE, "This body may have " + maxBytes + " bytes at most; it has more."));
        } else if (!whole.isDone()) {
            bytes.appendBuffer(chunk);
        }
    }

    private void incomplete() {
        whole.completeExceptionally(
                new RefusedException(RefusalReason.INCOMPLETE_BODY, "The body didn't arrive whole."));
    }
}
