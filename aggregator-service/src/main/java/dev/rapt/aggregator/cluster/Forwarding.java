package dev.rapt.aggregator.cluster;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.gateway.WebSocketPassage;
import dev.rapt.aggregator.person.LinkToken;
import dev.rapt.aggregator.topology.Instances;
import dev.rapt.aggregator.topology.Whereabouts;
import dev.rapt.contracts.Keys;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets any instance answer for any meeting: what is asked of a meeting goes to the instance that counts it. When that one
 * can't answer, a question (not an order, and not a stream of events) goes to the instances that keep a copy; when nobody
 * can, it is a 503. What another instance passed on is answered here or not at all, so nothing goes in circles.
 */
@ApplicationScoped
class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    /** After the paths of the other services, before this one's own. */
    private static final int SECOND = -90;

    private static final String OF_A_PERSON = "/v1/me(/.*)?";
    private static final String OF_A_MEETING = "/v1/meetings/(?<meeting>[^/]+)(/.*)?";

    private final Instances instances;
    private final Peers peers;
    private final Passing passing;
    private final WebSocketPassage sockets;
    private final NotReady notReady;

    Forwarding(Instances instances, Peers peers, AggregatorConfig config) {
        AggregatorConfig.Cluster settings = config.cluster();
        this.instances = instances;
        this.peers = peers;
        this.passing = new Passing(
                peers, settings.answerTimeout(), (int) settings.wholeAnswer().asLongValue());
        this.sockets = new WebSocketPassage(peers.client());
        this.notReady = new NotReady(settings.retryAfter());
    }

    void addRoutes(@Observes Router router) {
        if (instances.address().isPresent()) {
            router.routeWithRegex(OF_A_MEETING)
                    .order(SECOND)
                    .handler(context -> route(context, context.pathParam("meeting")));
            router.routeWithRegex(OF_A_PERSON).order(SECOND).handler(this::routeByToken);
        }
    }

    /** A personal link's address says nothing; its token says of which meeting it is. */
    private void routeByToken(RoutingContext context) {
        Optional<String> authorization = Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        LinkToken.of(authorization).ifPresentOrElse(token -> route(context, token.meetingId()), context::next);
    }

    private void route(RoutingContext context, String meetingId) {
        boolean goesNoFurther = context.request().headers().contains(Headers.FORWARDED);
        if (goesNoFurther || !Keys.isId(meetingId)) {
            context.next();
            return;
        }
        instances
                .whereabouts(meetingId)
                .ifPresentOrElse(
                        where -> {
                            // Nothing of a body may be read before it is known who reads it
                            context.request().pause();
                            next(context, where.partition(), whoMayAnswer(context.request(), where));
                        },
                        context::next);
    }

    private Deque<String> whoMayAnswer(HttpServerRequest request, Whereabouts where) {
        List<String> may = new ArrayList<>(where.owner().stream().toList());
        if (isQuestion(request)) {
            String self = self();
            where.copies().stream().filter(self::equals).forEach(may::add);
            where.copies().stream().filter(copy -> !self.equals(copy)).forEach(may::add);
        }
        return new ArrayDeque<>(may);
    }

    /** Whether a copy may answer: it can't take orders, and hears of nothing new. */
    private static boolean isQuestion(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads
                && !Headers.isForEvents(request.path(), request.getHeader(HttpHeaders.ACCEPT))
                && !WebSocketPassage.isUpgrade(request);
    }

    private void next(RoutingContext context, int partition, Deque<String> may) {
        if (may.isEmpty()) {
            context.request().resume();
            notReady.answer(context.response(), "The instance that counts this meeting can't be reached; ask again");
        } else if (may.peek().equals(self())) {
            here(context, partition, may);
        } else {
            there(context, partition, may);
        }
    }

    private void here(RoutingContext context, int partition, Deque<String> may) {
        may.remove();
        // The last one may as well say itself that it can't
        if (may.isEmpty()
                || instances.holds(partition)
                || isQuestion(context.request()) && instances.copies(partition)) {
            context.request().resume();
            context.next();
        } else {
            next(context, partition, may);
        }
    }

    private void there(RoutingContext context, int partition, Deque<String> may) {
        HttpServerRequest request = context.request();
        String to = may.remove();
        if (WebSocketPassage.isUpgrade(request)) {
            sockets.join(
                    request,
                    peers.way(to).putHeader(Headers.FORWARDED, self()),
                    failure -> next(context, partition, may));
            return;
        }
        boolean question = isQuestion(request);
        passing.pass(request, self(), to, question && !may.isEmpty()).onFailure(failure -> {
            LOG.debugf("%s can't answer: %s", to, failure.getMessage());
            next(context, partition, may);
        });
    }

    private String self() {
        return instances.address().orElseThrow();
    }
}
