package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.query.MeetingSearch;
import dev.rapt.aggregator.query.MeetingSearch.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands the query of a list of meetings. */
final class MeetingsQuery {

    private MeetingsQuery() {}

    /** What is asked for, or a problem that says what is wrong with it. */
    static MeetingSearch parse(
            Optional<String> from,
            Optional<String> to,
            List<String> labels,
            Optional<String> text,
            Optional<String> order,
            Optional<String> limit,
            Optional<String> cursor,
            AggregatorConfig.Query limits) {
        Optional<Instant> start = from.map(moment -> TimelineQuery.moment("from", moment));
        Optional<Instant> end = to.map(moment -> TimelineQuery.moment("to", moment));
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw ProblemException.badRequest("bad-range", "from must be before to");
        }
        Order by = order.map(MeetingsQuery::order).orElse(Order.ID);
        return new MeetingSearch(
                start,
                end,
                Set.copyOf(labels),
                text.map(String::strip).filter(part -> !part.isEmpty()),
                by,
                cursor.map(place -> Cursor.place(place, by)),
                Numbers.number("limit", limit, limits.defaultMeetings(), 1, limits.maxMeetings()));
    }

    private static Order order(String text) {
        return switch (text) {
            case "id" -> Order.ID;
            case "newest" -> Order.NEWEST;
            default -> throw ProblemException.badRequest("bad-order", "order is id or newest");
        };
    }
}
