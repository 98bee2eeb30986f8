package dev.rapt.aggregator.gateway;

import dev.rapt.access.Callers;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;

/**
 * Joins a WebSocket to one of another process, byte by byte. Unlike the tunnel of the proxy library it holds the sender
 * back when the other reads more slowly, and brings the other's own answer when it refuses.
 */
public final class WebSocketPassage {

    private static final int SWITCHING = 101;

    private final HttpClient client;

    /** A passage by this client's connections. */
    public WebSocketPassage(HttpClient client) {
        this.client = client;
    }

    /** Whether the request wants to become a WebSocket. */
    public static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /**
     * Joins.
     *
     * @param way to the other process, and headers to put on the request to it
     * @param unreachable told when it can't be reached; the request is paused and not answered then
     */
    public void join(HttpServerRequest request, RequestOptions way, Handler<Throwable> unreachable) {
        request.pause();
        MultiMap more = way.getHeaders() == null ? MultiMap.caseInsensitiveMultiMap() : way.getHeaders();
        client.request(new RequestOptions(way)
                        .setHeaders(MultiMap.caseInsensitiveMultiMap())
                        .setMethod(HttpMethod.GET)
                        .setURI(Callers.onwardUri(request)))
                .compose(onward -> {
                    copyHeaders(request, onward);
                    more.forEach((name, value) -> onward.headers().set(name, value));
                    return onward.connect();
                })
                .onSuccess(answer -> answered(request, answer))
                .onFailure(unreachable);
    }

    private static void copyHeaders(HttpServerRequest request, HttpClientRequest onward) {
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.HOST.toString())) {
                onward.headers().add(name, value);
            }
        });
        // Browsers also send keep-alive here, which would undo the upgrade
        onward.headers().set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    }

    private static void answered(HttpServerRequest request, HttpClientResponse answer) {
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.statusCode());
        response.headers().addAll(answer.headers());
        if (answer.statusCode() == SWITCHING) {
            NetSocket service = answer.netSocket();
            service.pause();
            request.toNetSocket().onSuccess(caller -> join(caller, service)).onFailure(failure -> service.close());
        } else {
            request.resume();
            answer.pipe().endOnFailure(false).to(response).onFailure(failure -> response.reset());
        }
    }

    private static void join(NetSocket caller, NetSocket service) {
        caller.pipeTo(service).onFailure(failure -> service.close());
        service.pipeTo(caller).onFailure(failure -> caller.close());
    }
}
