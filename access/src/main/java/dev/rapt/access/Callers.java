package dev.rapt.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who asks, as the gate found out. */
public final class Callers {

    /** The parameter in which bots, which can't set headers, carry their token. */
    public static final String TOKEN_PARAMETER = "token";

    private static final String KEY = "dev.rapt.access.caller";

    private Callers() {}

    /** The caller; none where tokens aren't needed, and on public paths. */
    public static Optional<Caller> of(RoutingContext context) {
        return context == null ? Optional.empty() : Optional.ofNullable(context.get(KEY));
    }

    /** Says who asks. */
    public static void note(RoutingContext context, Caller caller) {
        context.put(KEY, caller);
    }

    /** Path and query of a request that is passed on, without a token: the header has it. */
    public static String onwardUri(HttpServerRequest request) {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        if (mark < 0 || !uri.contains(TOKEN_PARAMETER)) {
            return uri;
        }
        String query = Arrays.stream(uri.substring(mark + 1).split("&"))
                .filter(pair -> !pair.equals(TOKEN_PARAMETER) && !pair.startsWith(TOKEN_PARAMETER + '='))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? uri.substring(0, mark) : uri.substring(0, mark + 1) + query;
    }
}
