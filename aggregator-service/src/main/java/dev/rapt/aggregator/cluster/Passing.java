package dev.rapt.aggregator.cluster;

import dev.rapt.access.Callers;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Passes a request on to another instance and its answer back. An answer in JSON is kept until it is whole, up to a size,
 * so that until then somebody else can still give it; anything else, such as events, comes as a stream.
 */
final class Passing {

    /** They say something of one connection only. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "content-length");

    private final Peers peers;
    private final Duration patience;
    private final int whole;

    /**
     * @param patience how long to wait for the beginning of an answer
     * @param whole the largest answer, in bytes, that is kept until it is whole
     */
    Passing(Peers peers, Duration patience, int whole) {
        this.peers = peers;
        this.patience = patience;
        this.whole = whole;
    }

    /**
     * Passes on, and completes when the answer is under way; fails when nothing of it is, so that somebody else can be asked.
     * The request must be paused, and it stays readable when the connection failed.
     *
     * @param self the instance that passes it on
     * @param retry whether somebody else could answer, so that a 503 counts as a failure, too
     */
    Future<Void> pass(HttpServerRequest request, String self, String to, boolean retry) {
        RequestOptions what = peers.way(to).setMethod(request.method()).setURI(Callers.onwardUri(request));
        copy(request.headers(), what);
        what.putHeader(Headers.FORWARDED, self);
        return peers.ask(to, what, patience, onward -> send(request, onward)).compose(answer -> {
            if (retry && answer.statusCode() == NotReady.STATUS) {
                answer.resume();
                return Future.failedFuture("It isn't ready");
            }
            return back(answer, request.response());
        });
    }

    private static void copy(MultiMap headers, RequestOptions what) {
        headers.forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                what.addHeader(name, value);
            }
        });
    }

    private static Future<HttpClientResponse> send(HttpServerRequest request, HttpClientRequest onward) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean empty = length == null ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null : length.equals("0");
        // A body can be sent once only, and a question may go to several
        if (empty || request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            return onward.send();
        }
        if (length == null) {
            onward.setChunked(true);
        } else {
            onward.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        request.pipe().endOnFailure(false).to(onward).onFailure(failure -> onward.reset());
        return onward.response();
    }

    private Future<Void> back(HttpClientResponse answer, HttpServerResponse response) {
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        boolean json = type != null && (type.startsWith("application/json") || type.startsWith("application/problem"));
        return json && answer.request().getMethod() != HttpMethod.HEAD
                ? collect(answer, response)
                : stream(answer, response, Buffer.buffer());
    }

    private Future<Void> collect(HttpClientResponse answer, HttpServerResponse response) {
        Promise<Void> underWay = Promise.promise();
        Buffer kept = Buffer.buffer();
        answer.exceptionHandler(underWay::tryFail);
        answer.endHandler(end -> {
            head(answer, response);
            response.end(kept);
            underWay.tryComplete();
        });
        answer.handler(bytes -> {
            kept.appendBuffer(bytes);
            if (kept.length() > whole) {
                answer.pause();
                stream(answer, response, kept).onComplete(underWay);
            }
        });
        answer.resume();
        return underWay.future();
    }

    private static Future<Void> stream(HttpClientResponse answer, HttpServerResponse response, Buffer first) {
        head(answer, response);
        String length = answer.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(answer.request().getMethod() != HttpMethod.HEAD);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        response.closeHandler(left -> answer.request().reset());
        if (first.length() > 0) {
            response.write(first);
        }
        // Half an answer must not look like a whole one
        answer.pipe().endOnFailure(false).to(response).onFailure(failure -> response.reset());
        return Future.succeededFuture();
    }

    private static void head(HttpClientResponse answer, HttpServerResponse response) {
        response.setStatusCode(answer.statusCode());
        answer.headers().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                response.headers().add(name, value);
            }
        });
    }
}
