package dev.rapt.access.http;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.Caller;
import dev.rapt.access.Callers;
import dev.rapt.access.Role;
import dev.rapt.access.http.Judge.Finding;
import dev.rapt.access.http.Refusal.Reason;
import dev.rapt.access.limit.OpenConnections;
import dev.rapt.access.limit.Rates;
import dev.rapt.access.route.Need;
import dev.rapt.access.route.Route;
import dev.rapt.access.route.Routes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every request passes before anything else looks at it: pages, resources, WebSockets, and what is passed on to other
 * services alike. What {@link Routes} doesn't name isn't let through. Runs on the event loop, and holds it up for nobody.
 */
@Singleton
final class Gate {

    /** After Quarkus' answers to browsers that ask whether another origin's page may ask (300), before all else. */
    private static final int PRIORITY = 250;

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final boolean open;
    private final Door door;
    private final Judge judge;
    private final Rates rates;
    private final OpenConnections connections;
    private final Refusals refusals;
    private final SafeHeaders safe;

    Gate(AccessConfig config, Door door, Judge judge, Rates rates, OpenConnections connections, Refusals refusals) {
        this.open = config.open().isOpen();
        this.safe = new SafeHeaders(config.tlsOnly());
        this.door = door;
        this.judge = judge;
        this.rates = rates;
        this.connections = connections;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        safe.seeTo(context);
        HttpServerRequest request = context.request();
        Optional<Route> route = Routes.of(request.method().name(), context.normalizedPath());
        Optional<Shown> shown = Shown.by(
                request,
                route.filter(known -> known.kind().takesTokenInAddress()).isPresent());
        Optional<Refusal> refusal = door.refusal(request, shown);
        if (refusal.isPresent()) {
            refusals.answer(context, refusal.get());
            return;
        }
        // It is judged, and whoever the request is passed on to knows another host as its own
        request.headers().remove(HttpHeaders.ORIGIN);
        if (open || route.filter(known -> known.need() == Need.NOTHING).isPresent()) {
            context.next();
        } else if (shown.isEmpty()) {
            refusals.answer(
                    context, Refusal.of(Reason.TOKEN_MISSING, "Send the header Authorization: Bearer and your token"));
        } else {
            known(context, route, shown.get());
        }
    }

    private void known(RoutingContext context, Optional<Route> route, Shown shown) {
        Future<Finding> finding = judge.judge(shown.token(), context.request());
        finding.onSuccess(found -> {
                    if (found instanceof Finding.Known known) {
                        admit(context, route, shown, known.caller());
                    } else if (found instanceof Finding.Refused refused) {
                        refusals.answer(context, refused.refusal());
                    }
                })
                .onFailure(context::fail);
    }

    private void admit(RoutingContext context, Optional<Route> route, Shown shown, Caller caller) {
        Optional<Duration> wait = rates.wait(caller);
        if (wait.isPresent()) {
            refusals.answer(
                    context,
                    Refusal.later(Reason.RATE_LIMITED, "More requests came than you may send in a second", wait.get()));
        } else if (route.isEmpty()) {
            elsewhere(context);
        } else if (!caller.hasOneOf(route.get().need().roles())) {
            refusals.answer(context, Refusal.of(Reason.ROLE_MISSING, roles(route.get())));
        } else if (route.get().kind().lasts() && !stays(context.request(), caller)) {
            refusals.answer(
                    context,
                    Refusal.later(
                            Reason.TOO_MANY_CONNECTIONS, "You have as many streams open as you may have", A_WHILE));
        } else {
            Callers.note(context, caller);
            shown.moveToHeader(context.request());
            context.next();
        }
    }

    private void elsewhere(RoutingContext context) {
        List<String> methods = Routes.methods(context.normalizedPath());
        if (methods.isEmpty()) {
            refusals.answer(context, Refusal.of(Reason.NO_SUCH_PATH, "There is nothing at this path"));
        } else {
            refusals.answer(
                    context,
                    Refusal.of(Reason.METHOD_NOT_ALLOWED, "This path takes " + String.join(", ", methods)),
                    methods);
        }
    }

    private static String roles(Route route) {
        return "Your token lacks the role that this takes: "
                + route.need().roles().stream().map(Role::text).sorted().collect(Collectors.joining(" or "));
    }

    private boolean stays(HttpServerRequest request, Caller caller) {
        HttpConnection connection = request.connection();
        if (!connections.open(caller, connection, () -> connection.close())) {
            return false;
        }
        // Not by the connection's own handler: there is one, and others set it
        ((ConnectionBase) connection)
                .channel()
                .closeFuture()
                .addListener(closed -> connections.ended(caller, connection));
        return true;
    }
}
