package dev.rapt.aggregator.gateway;

import dev.rapt.access.Callers;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** Passes requests on to a service and its answers back, as streams: what the service refuses early ends early. */
final class HttpPassage implements Handler<HttpServerRequest>, ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(HttpPassage.class);

    private final HttpProxy proxy;
    private final Away away;

    HttpPassage(HttpClient client, Away away, Ways ways) {
        this.away = away;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context ->
                        Way.first(context.client(), ways.of(context.request().getURI())))
                .addInterceptor(this);
    }

    @Override
    public void handle(HttpServerRequest request) {
        // Nothing of the body may pass before there is a connection to pass it on
        request.pause();
        proxy.handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.request().setURI(Callers.onwardUri(context.request().proxiedRequest()));
        return context.sendRequest().recover(failure -> {
            LOG.debugf("The %s can't be reached: %s", away.origin().name(), failure.getMessage());
            return Future.succeededFuture(context.request()
                    .release()
                    .response()
                    .setStatusCode(Away.STATUS)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Away.MEDIA_TYPE)
                    .putHeader(HttpHeaders.RETRY_AFTER, away.retryAfterSeconds())
                    .setBody(Body.body(away.body())));
        });
    }
}
