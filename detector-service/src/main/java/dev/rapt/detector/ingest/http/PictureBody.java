package dev.rapt.detector.ingest.http;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageType;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongPredicate;

/**
 * A picture that arrives as a request's body. It is taken in only as far as the limits and the room allow: a declared
 * length is judged before the first byte, a chunked body while it grows. On the request's event loop only.
 */
public final class PictureBody {

    private static final int FIRST_CHUNK = 64 << 10;

    private final HttpServerRequest request;
    private final FrameRules rules;
    private final LongPredicate claim;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private byte[] bytes = new byte[0];
    private int length;
    private int claimed;

    private PictureBody(HttpServerRequest request, FrameRules rules, LongPredicate claim) {
        this.request = request;
        this.rules = rules;
        this.claim = claim;
    }

    /**
     * Takes the body in. Completes exceptionally with {@link RefusedException}; the rest of the body is still unread
     * then.
     *
     * @param claim asks for room for so many more bytes, such as {@link Passage#claim}
     */
    public static CompletionStage<byte[]> read(
            HttpServerRequest request, FrameRules rules, LongPredicate claim, Vertx vertx, Duration timeout) {
        PictureBody body = new PictureBody(request, rules, claim);
        body.begin(vertx, timeout);
        return body.whole;
    }

    /** The declared length in bytes, judged by the rules; -1 for a chunked body. */
    public static long declaredLength(MultiMap headers, FrameRules rules) throws RefusedException {
        String declared = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (declared == null) {
            return headers.contains(HttpHeaders.TRANSFER_ENCODING) ? -1 : 0;
        }
        long length = Long.parseLong(declared);
        rules.size(length);
        return length;
    }

    /** The declared type of the picture. */
    public static ImageType type(MultiMap headers) throws RefusedException {
        String declared = headers.get(HttpHeaders.CONTENT_TYPE);
        return typeOf(declared == null ? "" : declared)
                .orElseThrow(() -> new RefusedException(
                        RefusalReason.UNSUPPORTED_MEDIA_TYPE,
                        "Send image/jpeg or image/png and say so in the header Content-Type."));
    }

    /** The type that a value of Content-Type names, when it is one that is read. */
    static Optional<ImageType> typeOf(String contentType) {
        String bare = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(ImageType.values())
                .filter(type -> type.mediaType().equals(bare))
                .findFirst();
    }

    private void begin(Vertx vertx, Duration timeout) {
        try {
            long declared = declaredLength(request.headers(), rules);
            int first = declared >= 0 ? (int) declared : FIRST_CHUNK;
            claim(first);
            bytes = new byte[first];
        } catch (RefusedException e) {
            whole.completeExceptionally(e);
            return;
        }
        long timer = vertx.setTimer(timeout.toMillis(), id -> incomplete("The body took longer than " + timeout + "."));
        whole.whenComplete((done, refused) -> vertx.cancelTimer(timer));
        request.handler(this::append);
        request.exceptionHandler(broken -> incomplete("The connection ended within the body."));
        request.endHandler(end -> whole.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length)));
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void append(Buffer chunk) {
        if (whole.isDone()) {
            return;
        }
        try {
            int needed = length + chunk.length();
            rules.size(needed);
            if (needed > bytes.length) {
                int grown = (int) Math.min(Math.max(needed, bytes.length * 2L), rules.maxBytes());
                claim(grown - claimed);
                bytes = Arrays.copyOf(bytes, grown);
            }
            chunk.getBytes(bytes, length);
            length = needed;
        } catch (RefusedException e) {
            bytes = new byte[0];
            whole.completeExceptionally(e);
        }
    }

    private void claim(int more) throws RefusedException {
        if (!claim.test(more)) {
            throw new RefusedException(
                    RefusalReason.OVERLOADED,
                    "As many frames are on their way as there is room for. Send again later, or send fewer.");
        }
        claimed += more;
    }

    private void incomplete(String detail) {
        whole.completeExceptionally(new RefusedException(RefusalReason.INCOMPLETE_BODY, detail));
    }
}
