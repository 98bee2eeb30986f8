package dev.rapt.access.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What every answer tells browsers not to do with it. */
final class SafeHeaders {

    /** The dashboard's pages say the same in themselves, but for who may frame them, which only a header can say. */
    static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Data is no page: shown as one, nothing of it runs or is fetched. */
    static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()";

    private final Duration tlsOnly;

    SafeHeaders(Duration tlsOnly) {
        this.tlsOnly = tlsOnly;
    }

    /** Sees to it that the answer has them, whoever gives it. */
    void seeTo(RoutingContext context) {
        context.addHeadersEndHandler(soon -> add(context));
    }

    private void add(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        String path = request.path() == null ? "" : request.path();
        boolean data = path.startsWith("/v1/");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (data) {
            headers.set("Content-Security-Policy", DATA);
        } else if (!path.startsWith("/q/")) {
            headers.set("Content-Security-Policy", PAGE);
        }
        // An answer that may be asked for again by its tag says so itself
        if (data && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (isByTls(request)) {
            headers.set("Strict-Transport-Security", "max-age=" + tlsOnly.toSeconds());
        }
    }

    /** Whether the caller came by TLS, to this process or to a proxy in front of it that says so. */
    static boolean isByTls(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
