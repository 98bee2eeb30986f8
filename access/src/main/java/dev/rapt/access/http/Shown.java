package dev.rapt.access.http;

import dev.rapt.access.Callers;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The token that a request shows, and where: in the header, in the address (bots only), or in the dashboard's cookie,
 * whichever comes first. Its text is the token, so it is never printed.
 */
record Shown(String token, Place place) {

    static final String COOKIE = "rapt-session";

    private static final String SCHEME = "Bearer ";

    enum Place {
        HEADER,
        ADDRESS,
        /** Browsers send it by themselves, whoever's page it is that asks. */
        COOKIE
    }

    static Optional<Shown> by(HttpServerRequest request, boolean addressCounts) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(
                    new Shown(authorization.substring(SCHEME.length()).strip(), Place.HEADER));
        }
        if (addressCounts) {
            String parameter = request.getParam(Callers.TOKEN_PARAMETER);
            if (parameter != null && !parameter.isBlank()) {
                return Optional.of(new Shown(parameter, Place.ADDRESS));
            }
        }
        Cookie cookie = request.getCookie(COOKIE);
        return cookie == null || cookie.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(new Shown(cookie.getValue(), Place.COOKIE));
    }

    /** Leaves the token in the header only, whichever way it came, so that it is passed on like that and no other way. */
    void moveToHeader(HttpServerRequest request) {
        request.headers().set(HttpHeaders.AUTHORIZATION, SCHEME + token);
        request.headers().remove(HttpHeaders.COOKIE);
    }

    @Override
    public String toString() {
        return "a token in the " + place;
    }
}
