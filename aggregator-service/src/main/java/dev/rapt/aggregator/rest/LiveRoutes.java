package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.live.Admission;
import dev.rapt.aggregator.live.Entrance;
import dev.rapt.aggregator.live.LiveHub;
import dev.rapt.audit.Action;
import dev.rapt.contracts.Keys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * The live streams' paths: server-sent events and a WebSocket with the same messages. Plain routes, because only they
 * show when a listener's side has taken a message.
 */
@ApplicationScoped
class LiveRoutes {

    static final String STREAM = "/v1/meetings/:meetingId/live";
    static final String SOCKET = "/v1/meetings/:meetingId/live/socket";

    private static final int OK = 200;
    private static final int SWITCHING = 101;
    private static final Logger LOG = Logger.getLogger(LiveRoutes.class);
    /** After whatever sends a request on to another instance, before the service's own paths. */
    private static final int EARLY = -50;

    private final LiveHub hub;
    private final GroupView view;
    private final Vertx vertx;
    private final ProblemWriter problems;
    private final Duration retryAfter;
    private final Duration retry;
    private final AuditDesk audit;

    LiveRoutes(
            LiveHub hub,
            GroupView view,
            Vertx vertx,
            ProblemWriter problems,
            AuditDesk audit,
            AggregatorConfig config) {
        this.audit = audit;
        this.hub = hub;
        this.view = view;
        this.vertx = vertx;
        this.problems = problems;
        this.retryAfter = config.query().retryAfter();
        this.retry = config.live().retry();
    }

    void addRoutes(@Observes Router router) {
        router.get(STREAM).order(EARLY).handler(context -> admit(context, STREAM, OK, this::stream));
        router.get(SOCKET).order(EARLY).handler(context -> {
            if ("websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
                admit(context, SOCKET, SWITCHING, this::socket);
            } else {
                refuse(
                        context,
                        ProblemException.badRequest(
                                "not-a-websocket", "This path is a WebSocket; events are at /live"));
            }
        });
    }

    private void admit(
            RoutingContext context, String route, int granted, BiConsumer<HttpServerRequest, Entrance> enter) {
        HttpServerRequest request = context.request();
        String meetingId = context.pathParam("meetingId");
        if (!Keys.isId(meetingId)) {
            refuse(context, ProblemException.badRequest("bad-id", "An id matches " + Keys.ID_FORM));
            return;
        }
        try {
            if (view.isOf(meetingId)) {
                refuse(context, GroupView.refusal());
                return;
            }
        } catch (ProblemException notReady) {
            refuse(context, notReady);
            return;
        }
        Optional<String> lastId = Optional.ofNullable(request.getHeader("Last-Event-ID"))
                .or(() -> Optional.ofNullable(request.getParam("lastEventId")))
                .filter(id -> !id.isBlank());
        request.pause();
        vertx.executeBlocking(() -> hub.admit(meetingId, lastId), false)
                .onSuccess(admission -> {
                    Runnable answer;
                    Runnable withdraw;
                    int status;
                    if (admission instanceof Admission.Admitted admitted) {
                        status = granted;
                        answer = () -> enter.accept(request, admitted.entrance());
                        withdraw = admitted.entrance()::leave;
                    } else {
                        ProblemException problem = problem(meetingId, admission);
                        status = problem.problem().status();
                        answer = () -> refuse(context, problem);
                        withdraw = () -> {};
                    }
                    audited(context, route, status, answer, withdraw);
                })
                .onFailure(failure -> {
                    LOG.error("A listener couldn't be admitted", failure);
                    refuse(context, ProblemException.notReady(retryAfter));
                });
    }

    /** Answers when the audit log has it; a 503 otherwise. */
    private void audited(RoutingContext context, String route, int status, Runnable answer, Runnable withdraw) {
        AuditDesk.About about = new AuditDesk.About(
                Action.LISTEN,
                "GET " + route.replace(":meetingId", "{meetingId}"),
                List.of(context.pathParam("meetingId")),
                List.of(),
                Optional.empty());
        Future.fromCompletionStage(audit.write(about, status, context), vertx.getOrCreateContext())
                .onSuccess(written -> answer.run())
                .onFailure(failure -> {
                    withdraw.run();
                    refuse(context, audit.unavailable());
                });
    }

    private void stream(HttpServerRequest request, Entrance entrance) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            entrance.leave();
            return;
        }
        response.closeHandler(closed -> entrance.leave());
        response.exceptionHandler(failure -> entrance.leave());
        request.resume();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies that gather answers would hold events back
                .putHeader("X-Accel-Buffering", "no");
        response.write("retry: " + retry.toMillis() + "\n\n");
        entrance.enter(new StreamOutlet(vertx.getOrCreateContext(), request));
    }

    private void socket(HttpServerRequest request, Entrance entrance) {
        request.toWebSocket()
                .onSuccess(socket -> {
                    socket.closeHandler(closed -> entrance.leave());
                    socket.exceptionHandler(failure -> entrance.leave());
                    entrance.enter(new SocketOutlet(vertx.getOrCreateContext(), socket, request.connection()));
                })
                .onFailure(failure -> entrance.leave());
    }

    private ProblemException problem(String meetingId, Admission admission) {
        if (admission instanceof Admission.NoMeeting) {
            return ProblemException.notFound("meeting-unknown", "There is no meeting " + meetingId);
        }
        if (admission instanceof Admission.Erased) {
            return ProblemException.erased();
        }
        return admission instanceof Admission.Full
                ? ProblemException.tooManyRequests(
                        "too-many-listeners", "As many listen as may; try again later", retryAfter)
                : ProblemException.notReady(retryAfter);
    }

    private void refuse(RoutingContext context, ProblemException problem) {
        context.request().resume();
        problems.write(context.response(), problem);
    }
}
