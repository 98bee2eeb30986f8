package dev.rapt.access.route;

import static dev.rapt.access.route.Kind.ANSWER;
import static dev.rapt.access.route.Kind.BOT_ANSWER;
import static dev.rapt.access.route.Kind.BOT_STREAM;
import static dev.rapt.access.route.Kind.STREAM;
import static dev.rapt.access.route.Need.ADMIN;
import static dev.rapt.access.route.Need.A_TOKEN;
import static dev.rapt.access.route.Need.INGEST;
import static dev.rapt.access.route.Need.INGEST_OR_VIEWER;
import static dev.rapt.access.route.Need.NOTHING;
import static dev.rapt.access.route.Need.VIEWER;

import java.util.List;
import java.util.Optional;

/**
 * Every route of every service and what it takes. What isn't here is refused, so whoever adds a route adds it here; a test
 * says which is missing. Each service judges all of them, since the aggregator passes on those of the others.
 */
public final class Routes {

    private static final String MEETING = "/v1/meetings/{meetingId}";
    private static final String PARTICIPANT = MEETING + "/participants/{participantId}";

    /** The table. */
    public static final List<Route> ALL = List.of(
            // What is sent
            Route.of("POST", PARTICIPANT + "/frames", INGEST, ANSWER),
            Route.of("POST", MEETING + "/frames", INGEST, ANSWER),
            Route.of("GET", MEETING + "/stream", INGEST, STREAM),
            Route.of("GET", MEETING + "/gallery", INGEST, STREAM),
            Route.of("GET", MEETING + "/bots/{bot}", INGEST, BOT_STREAM),
            Route.of("POST", MEETING + "/bots/attendee/webhooks", INGEST, BOT_ANSWER),
            Route.of("POST", MEETING + "/events", INGEST, ANSWER),
            Route.of("POST", "/v1/analyze", INGEST, ANSWER),
            Route.of("POST", "/v1/expressions", INGEST, ANSWER),
            // What is said of a meeting
            Route.of("PUT", MEETING, INGEST, ANSWER),
            Route.of("POST", MEETING + "/end", INGEST, ANSWER),
            Route.of("PUT", PARTICIPANT + "/consent", INGEST, ANSWER),
            Route.of("GET", PARTICIPANT + "/consent", INGEST_OR_VIEWER, ANSWER),
            Route.of("GET", MEETING + "/consents", INGEST_OR_VIEWER, ANSWER),
            Route.of("POST", MEETING + "/markers", INGEST, ANSWER),
            Route.of("PUT", MEETING + "/markers/{markerId}", INGEST, ANSWER),
            Route.of("DELETE", MEETING + "/markers/{markerId}", INGEST, ANSWER),
            // What is read
            Route.of("GET", "/v1/meetings", VIEWER, ANSWER),
            Route.of("GET", "/v1/comparisons", VIEWER, ANSWER),
            Route.of("GET", MEETING, VIEWER, ANSWER),
            Route.of("GET", MEETING + "/groups", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/groups/{group}/summary", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/groups/{group}/timeline", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/participants", VIEWER, ANSWER),
            Route.of("GET", PARTICIPANT + "/timeline", VIEWER, ANSWER),
            Route.of("GET", PARTICIPANT + "/summary", VIEWER, ANSWER),
            Route.of("GET", PARTICIPANT + "/visit", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/timeline", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/timelines", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/total", INGEST_OR_VIEWER, ANSWER),
            Route.of("GET", MEETING + "/summary", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/speakers", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/class", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/moments", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/markers", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/markers/{markerId}", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/markers/{markerId}/report", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/export", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/live", VIEWER, STREAM),
            Route.of("GET", MEETING + "/live/socket", VIEWER, STREAM),
            Route.of("GET", MEETING + "/frame.jpg", VIEWER, ANSWER),
            Route.of("GET", MEETING + "/frames.mjpeg", VIEWER, STREAM),
            // What can't be undone, and what lets others in
            Route.of("DELETE", MEETING, ADMIN, ANSWER),
            Route.of("DELETE", PARTICIPANT, ADMIN, ANSWER),
            Route.of("DELETE", MEETING + "/pseudonym-key", ADMIN, ANSWER),
            Route.of("POST", PARTICIPANT + "/links", ADMIN, ANSWER),
            Route.of("DELETE", PARTICIPANT + "/links", ADMIN, ANSWER),
            // What a person's own link opens: it is judged by its own token
            Route.of("*", "/v1/me", NOTHING, ANSWER),
            Route.of("*", "/v1/me/export", NOTHING, ANSWER),
            Route.of("*", "/v1/me/consent", NOTHING, ANSWER),
            // What everybody may know
            Route.of("GET", "/v1/notices", NOTHING, ANSWER),
            Route.of("GET", MEETING + "/notice", NOTHING, ANSWER),
            Route.of("GET", MEETING + "/measuring", NOTHING, ANSWER),
            Route.of("GET", "/v1/access", NOTHING, ANSWER),
            Route.of("*", "/v1/access/session", NOTHING, ANSWER),
            Route.of("GET", "/", NOTHING, ANSWER),
            Route.of("GET", "/index.html", NOTHING, ANSWER),
            Route.of("GET", "/notice.html", NOTHING, ANSWER),
            Route.of("GET", "/me.html", NOTHING, ANSWER),
            Route.of("GET", "/icon.svg", NOTHING, ANSWER),
            Route.of("GET", "/favicon.ico", NOTHING, ANSWER),
            Route.of("GET", "/static/**", NOTHING, ANSWER),
            // What runs the services
            Route.of("GET", "/q/health", NOTHING, ANSWER),
            Route.of("GET", "/q/health/**", NOTHING, ANSWER),
            Route.of("GET", "/q/metrics", A_TOKEN, ANSWER),
            Route.of("GET", "/q/openapi", A_TOKEN, ANSWER),
            Route.of("GET", "/q/swagger-ui", A_TOKEN, ANSWER),
            Route.of("GET", "/q/swagger-ui/**", A_TOKEN, ANSWER));

    private Routes() {}

    /** The route that is taken, if it is one. A slash at the path's end means nothing. */
    public static Optional<Route> of(String method, String path) {
        String bare = bare(path);
        return ALL.stream()
                .filter(route -> route.isBy(method) && route.isAt(bare))
                .findFirst();
    }

    /** A route at this path, whatever its method. */
    public static Optional<Route> at(String path) {
        String bare = bare(path);
        return ALL.stream().filter(route -> route.isAt(bare)).findFirst();
    }

    /** The methods that have a route at this path. */
    public static List<String> methods(String path) {
        String bare = bare(path);
        return ALL.stream()
                .filter(route -> route.isAt(bare))
                .map(Route::method)
                .distinct()
                .toList();
    }

    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
