package dev.rapt.aggregator.gateway;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import org.jboss.logging.Logger;

/**
 * Joins a WebSocket to one of a service, byte by byte. Unlike the tunnel of the proxy library it holds the sender back
 * when the service reads more slowly, and brings the service's own answer when it refuses.
 */
final class WebSocketPassage implements Handler<HttpServerRequest> {

    private static final Logger LOG = Logger.getLogger(WebSocketPassage.class);
    private static final int SWITCHING = 101;

    private final HttpClient client;
    private final Away away;

    WebSocketPassage(HttpClient client, Away away) {
        this.client = client;
        this.away = away;
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.pause();
        client.request(away.origin().address().setMethod(HttpMethod.GET).setURI(request.uri()))
                .compose(onward -> {
                    copyHeaders(request, onward);
                    return onward.connect();
                })
                .onSuccess(answer -> answered(request, answer))
                .onFailure(failure -> unreachable(request, failure));
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

    private void answered(HttpServerRequest request, HttpClientResponse answer) {
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.statusCode());
        copyHeaders(answer.headers(), response);
        if (answer.statusCode() == SWITCHING) {
            NetSocket service = answer.netSocket();
            service.pause();
            request.toNetSocket().onSuccess(caller -> join(caller, service)).onFailure(failure -> service.close());
        } else {
            request.resume();
            answer.pipeTo(response).onFailure(failure -> response.reset());
        }
    }

    private static void copyHeaders(MultiMap from, HttpServerResponse response) {
        response.headers().addAll(from);
    }

    private static void join(NetSocket caller, NetSocket service) {
        caller.pipeTo(service).onFailure(failure -> service.close());
        service.pipeTo(caller).onFailure(failure -> caller.close());
    }

    private void unreachable(HttpServerRequest request, Throwable failure) {
        LOG.debugf("The %s can't be reached: %s", away.origin().name(), failure.getMessage());
        request.resume();
        request.response()
                .setStatusCode(Away.STATUS)
                .putHeader(HttpHeaders.CONTENT_TYPE, Away.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, away.retryAfterSeconds())
                .end(away.body());
    }
}
