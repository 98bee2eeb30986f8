package dev.rapt.detector.ingest.bot.webhook;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A webhook's body, taken in as far as its limit allows. On the request's event loop only. */
final class WebhookBody {

    private final long maxBytes;
    private final Buffer bytes = Buffer.buffer();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private WebhookBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Completes exceptionally with {@link RefusedException}; the rest of the body is still unread then. */
    static CompletionStage<byte[]> read(HttpServerRequest request, long maxBytes, Vertx vertx, Duration timeout) {
        WebhookBody body = new WebhookBody(maxBytes);
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
                    RefusalReason.BODY_TOO_LARGE, "A webhook has at most " + maxBytes + " bytes; this one has more."));
        } else if (!whole.isDone()) {
            bytes.appendBuffer(chunk);
        }
    }

    private void incomplete() {
        whole.completeExceptionally(
                new RefusedException(RefusalReason.INCOMPLETE_BODY, "The webhook's body didn't arrive whole."));
    }
}
