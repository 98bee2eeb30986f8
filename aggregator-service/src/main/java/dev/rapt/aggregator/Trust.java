package dev.rapt.aggregator;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whom this service's own clients trust at {@code https} addresses. Names are always verified. */
public final class Trust {

    private Trust() {}

    /**
     * Lets a client trust these authorities only, if there are any to be trusted.
     *
     * @param https whether the client asks by https at all
     * @throws IllegalStateException if their file can't be read, so that the service doesn't start
     */
    public static HttpClientOptions in(AggregatorConfig.Tls tls, boolean https, HttpClientOptions options) {
        Optional<Path> ca = tls.ca().filter(file -> https);
        ca.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new IllegalStateException("rapt.tls.ca (RAPT_TLS_CA) names a file that can't be read: " + file);
        });
        ca.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }
}
