package dev.rapt.access.http;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.http.Refusal.Reason;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is judged of a request before anybody's name: its path, its host, and the page that it comes from. */
final class Door {

    /** What one part of a server might read in another way than the next. */
    private static final Pattern AMBIGUOUS = Pattern.compile(".*(;|\\\\|//|%2f|%5c|%3b|%00|%2e).*|.*/\\.{1,2}(/.*)?");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean open;
    private final Set<String> openHosts;
    private final Set<String> friends;

    /** @param friends the origins whose pages may ask, besides the service's own */
    Door(AccessConfig config, Set<String> friends) {
        this.open = config.open().isOpen();
        this.openHosts = config.openHosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.friends = Set.copyOf(friends);
    }

    /** Why the request isn't even looked at. */
    Optional<Refusal> refusal(HttpServerRequest request, Optional<Shown> shown) {
        if (request.path() == null
                || AMBIGUOUS.matcher(request.path().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(Refusal.of(Reason.BAD_PATH, "The path can be read in more than one way"));
        }
        if (open && !namesNobody(request.path()) && !openHosts.contains(host(request))) {
            return Optional.of(Refusal.of(
                    Reason.NOT_LOOPBACK,
                    "Tokens aren't needed here, so it is only answered under the names of this machine;"
                            + " RAPT_ACCESS_OPEN_HOSTS lists them"));
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && changes(request) && !isProof(shown) && !isOwn(origin, request)) {
            return Optional.of(
                    Refusal.of(Reason.FOREIGN_ORIGIN, "Another site's page may not do this in its visitor's name"));
        }
        return Optional.empty();
    }

    /** What monitoring asks for, by addresses; no page of another site could learn of anybody there. */
    private static boolean namesNobody(String path) {
        return path.equals("/q/metrics") || path.startsWith("/q/health");
    }

    private static String host(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    }

    /** A WebSocket asks for nothing first, so it counts as a change wherever it comes from. */
    private static boolean changes(HttpServerRequest request) {
        return !SAFE.contains(request.method().name())
                || "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** Whether whoever wrote the request had the token, rather than whoever's browser it is. */
    private static boolean isProof(Optional<Shown> shown) {
        return shown.filter(token -> token.place() != Shown.Place.COOKIE).isPresent();
    }

    private boolean isOwn(String origin, HttpServerRequest request) {
        if (friends.contains(origin)) {
            return true;
        }
        try {
            URI uri = URI.create(origin);
            String host = request.getHeader(HttpHeaders.HOST);
            return host != null
                    && uri.getHost() != null
                    && authority(uri.getScheme(), uri.getRawAuthority()).equals(authority(uri.getScheme(), host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the port that goes without saying. */
    private static String authority(String scheme, String authority) {
        String usual = "https".equalsIgnoreCase(scheme) ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }
}
