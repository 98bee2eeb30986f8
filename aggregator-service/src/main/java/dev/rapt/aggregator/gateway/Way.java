package dev.rapt.aggregator.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/**
 * One address at which a service may answer.
 *
 * @param options the address, without a path
 * @param failed told when nobody can be connected to there
 */
record Way(RequestOptions options, Runnable failed) {

    /** A way that nobody has to hear about. */
    static Way to(Origin origin) {
        return new Way(origin.address(), () -> {});
    }

    /** A request by the first of these ways that leads to somebody. Nothing is sent before there is a connection. */
    static Future<HttpClientRequest> first(HttpClient client, List<Way> ways) {
        Way way = ways.get(0);
        List<Way> others = ways.subList(1, ways.size());
        return client.request(way.options()).recover(failure -> {
            way.failed().run();
            return others.isEmpty() ? Future.failedFuture(failure) : first(client, others);
        });
    }
}
