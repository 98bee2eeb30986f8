package dev.rapt.aggregator.gateway;

import dev.rapt.aggregator.AggregatorConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one public origin: this service's port also answers the paths of the detector and of the classifier, when their
 * addresses are configured. Everything else about a request is left to them.
 */
@ApplicationScoped
class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    static final List<String> DETECTOR_PATHS = List.of(
            "/v1/meetings/[^/]+/participants/[^/]+/frames",
            "/v1/meetings/[^/]+/frames",
            "/v1/meetings/[^/]+/stream",
            "/v1/meetings/[^/]+/events",
            "/v1/meetings/[^/]+/gallery",
            "/v1/meetings/[^/]+/frame\\.jpg",
            "/v1/meetings/[^/]+/frames\\.mjpeg",
            "/v1/meetings/[^/]+/bots/.+",
            "/v1/analyze");
    static final List<String> CLASSIFIER_PATHS = List.of("/v1/expressions");

    /** Before the service's own paths, some of which are longer forms of these. */
    private static final int FIRST = -100;

    private static final int CONNECTIONS = 200;

    private final AggregatorConfig.Gateway settings;
    private final HttpClient client;

    Gateway(AggregatorConfig config, Vertx vertx) {
        this.settings = config.gateway();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(CONNECTIONS)
                .setDecompressionSupported(false));
    }

    void addRoutes(@Observes Router router) {
        settings.detectorUrl().ifPresent(url -> add(router, new Origin("detector", url), DETECTOR_PATHS));
        settings.classifierUrl().ifPresent(url -> add(router, new Origin("classifier", url), CLASSIFIER_PATHS));
    }

    private void add(Router router, Origin origin, List<String> paths) {
        Away away = new Away(origin, settings.retryAfter());
        HttpPassage http = new HttpPassage(client, away);
        WebSocketPassage webSocket = new WebSocketPassage(client);
        for (String path : paths) {
            router.routeWithRegex(path).order(FIRST).handler(context -> {
                HttpServerRequest request = context.request();
                if (WebSocketPassage.isUpgrade(request)) {
                    webSocket.join(request, origin.address(), failure -> unreachable(request, away, failure));
                } else {
                    http.handle(request);
                }
            });
        }
    }

    private static void unreachable(HttpServerRequest request, Away away, Throwable failure) {
        LOG.debugf("The %s can't be reached: %s", away.origin().name(), failure.getMessage());
        request.resume();
        request.response()
                .setStatusCode(Away.STATUS)
                .putHeader(HttpHeaders.CONTENT_TYPE, Away.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, away.retryAfterSeconds())
                .end(away.body());
    }
}
