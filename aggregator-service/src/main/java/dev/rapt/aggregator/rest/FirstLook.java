package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.meeting.MeetingBook;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The first look at whatever is asked, on whichever instance, before it is passed on to the one that counts the meeting:
 * what this instance has read to be erased isn't answered by anybody, and before it has read who is, nothing is. Reads
 * no store, so it runs on the event loop.
 */
@ApplicationScoped
class FirstLook {

    /** After the paths of the other services, before requests are passed on to other instances. */
    private static final int BEFORE_PASSING_ON = -95;

    private static final String WHAT_IS_KEPT = "/v1/(meetings|comparisons|me)(/.*)?";
    private static final int MEETING = 3;
    private static final int PARTICIPANT = 5;

    private final MeetingBook book;
    private final Answers answers;
    private final ProblemWriter problems;
    private final Duration retryAfter;

    FirstLook(MeetingBook book, Answers answers, ProblemWriter problems, AggregatorConfig config) {
        this.book = book;
        this.answers = answers;
        this.problems = problems;
        this.retryAfter = config.query().retryAfter();
    }

    void addRoutes(@Observes Router router) {
        router.routeWithRegex(WHAT_IS_KEPT).order(BEFORE_PASSING_ON).handler(this::look);
    }

    private void look(RoutingContext context) {
        refusal(context.request().method(), List.of(context.normalizedPath().split("/")))
                .ifPresentOrElse(problem -> problems.write(context.response(), problem), context::next);
    }

    /** @param path such as an empty text, {@code v1}, {@code meetings}, an id */
    Optional<ProblemException> refusal(HttpMethod method, List<String> path) {
        Optional<String> obstacle = book.obstacle();
        if (obstacle.isPresent()) {
            return Optional.of(ProblemException.unavailable("rules-not-ready", obstacle.get(), retryAfter));
        }
        if (path.size() <= MEETING || !path.get(MEETING - 1).equals("meetings")) {
            return Optional.empty();
        }
        String meetingId = path.get(MEETING);
        if (book.isErased(meetingId)) {
            // Erasing it again is no mistake
            boolean again = method.equals(HttpMethod.DELETE) && path.size() == MEETING + 1;
            return again ? Optional.empty() : Optional.of(ProblemException.erased());
        }
        if (path.size() > PARTICIPANT
                && path.get(PARTICIPANT - 1).equals("participants")
                && answers.isErased(meetingId, path.get(PARTICIPANT))) {
            // Whoever is erased may agree again
            boolean says = method.equals(HttpMethod.DELETE) || method.equals(HttpMethod.PUT);
            return says ? Optional.empty() : Optional.of(Ruled.participantErased());
        }
        return Optional.empty();
    }
}
