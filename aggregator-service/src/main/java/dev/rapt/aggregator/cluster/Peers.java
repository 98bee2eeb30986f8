package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.Trust;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The other instances. One that doesn't answer in time is left alone for a while, so that not every question waits for it;
 * one that refuses the connection is quick to ask again.
 */
@ApplicationScoped
class Peers {

    private final Vertx vertx;
    private final HttpClient client;
    private final AggregatorConfig.Cluster settings;
    private final Map<String, Long> silentUntil = new ConcurrentHashMap<>();

    Peers(AggregatorConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.settings = config.cluster();
        this.client = vertx.createHttpClient(Trust.in(
                config.tls(),
                settings.tls(),
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setMaxPoolSize(settings.connections())
                        .setDecompressionSupported(false)));
    }

    HttpClient client() {
        return client;
    }

    /** The way to an instance, without a path. */
    RequestOptions way(String address) {
        int colon = address.lastIndexOf(':');
        return new RequestOptions()
                .setHost(address.substring(0, colon))
                .setPort(Integer.parseInt(address.substring(colon + 1)))
                .setSsl(settings.tls());
    }

    boolean isSilent(String address) {
        return silentUntil.getOrDefault(address, Long.MIN_VALUE) > System.nanoTime();
    }

    /**
     * Asks an instance. What comes back has a head and is paused; it fails when the instance can't be reached, or with a
     * {@link TimeoutException} when it doesn't answer.
     *
     * @param send completes the request and sends it
     */
    Future<HttpClientResponse> ask(
            String address,
            RequestOptions what,
            Duration patience,
            Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        if (isSilent(address)) {
            return Future.failedFuture(new TimeoutException("It didn't answer a moment ago"));
        }
        Promise<HttpClientResponse> answered = Promise.promise();
        client.request(what).onFailure(answered::tryFail).onSuccess(request -> {
            long timer = vertx.setTimer(Math.max(1, patience.toMillis()), late -> {
                if (answered.tryFail(new TimeoutException("It doesn't answer"))) {
                    request.reset();
                }
            });
            send.apply(request)
                    .onComplete(done -> vertx.cancelTimer(timer))
                    .onFailure(answered::tryFail)
                    .onSuccess(response -> {
                        response.pause();
                        answered.tryComplete(response);
                    });
        });
        return answered.future().onFailure(failure -> {
            if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
                silentUntil.put(address, System.nanoTime() + settings.coolOff().toNanos());
            }
        });
    }
}
