package dev.rapt.aggregator.gateway;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.Trust;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final AggregatorConfig.Gateway settings;
    private final Vertx vertx;
    private final HttpClient client;

    Gateway(AggregatorConfig config, Vertx vertx) {
        this.settings = config.gateway();
        this.vertx = vertx;
        boolean https =
                Stream.of(settings.detectorUrl(), settings.classifierUrl()).anyMatch(Gateway::isHttps);
        this.client = vertx.createHttpClient(Trust.in(
                config.tls(),
                https,
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setMaxPoolSize(settings.connections())
                        .setDecompressionSupported(false)));
    }

    private static boolean isHttps(Optional<URI> url) {
        return url.filter(address -> "https".equals(address.getScheme())).isPresent();
    }

    void addRoutes(@Observes Router router) {
        settings.detectorUrl().ifPresent(url -> {
            Origin detector = new Origin("detector", url);
            add(router, detector, settings.detectorByMeeting() ? byMeeting(detector) : to(detector), DETECTOR_PATHS);
        });
        settings.classifierUrl().ifPresent(url -> {
            Origin classifier = new Origin("classifier", url);
            add(router, classifier, to(classifier), CLASSIFIER_PATHS);
        });
    }

    private Ways byMeeting(Origin origin) {
        ByMeeting replicas = new ByMeeting(origin, settings.coolOff(), System::nanoTime);
        LookUp.start(vertx, origin.url().getHost(), settings.lookUp(), replicas);
        return replicas;
    }

    private static Ways to(Origin origin) {
        return path -> List.of(Way.to(origin));
    }

    private void add(Router router, Origin origin, Ways ways, List<String> paths) {
        Away away = new Away(origin, settings.retryAfter());
        HttpPassage http = new HttpPassage(client, away, ways);
        WebSocketPassage webSocket = new WebSocketPassage(client);
        for (String path : paths) {
            router.routeWithRegex(path).order(FIRST).handler(context -> {
                HttpServerRequest request = context.request();
                if (WebSocketPassage.isUpgrade(request)) {
                    join(webSocket, request, ways.of(request.path()), away);
                } else {
                    http.handle(request);
                }
            });
        }
    }

    private static void join(WebSocketPassage webSocket, HttpServerRequest request, List<Way> ways, Away away) {
        Way way = ways.get(0);
        List<Way> others = ways.subList(1, ways.size());
        webSocket.join(request, way.options(), failure -> {
            way.failed().run();
            if (others.isEmpty()) {
                unreachable(request, away, failure);
            } else {
                join(webSocket, request, others, away);
            }
        });
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
