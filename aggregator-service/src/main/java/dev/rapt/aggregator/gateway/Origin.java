package dev.rapt.aggregator.gateway;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param name as problems call it
 * @param url where it answers: {@code http} or {@code https}, a host and perhaps a port
 */
record Origin(String name, URI url) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    Origin {
        boolean known = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!known || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of the " + name + " must be like http://host:port, not " + url);
        }
    }

    /** The way to it, without a path. */
    RequestOptions address() {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
        return new RequestOptions().setHost(url.getHost()).setPort(port).setSsl(secure);
    }
}
