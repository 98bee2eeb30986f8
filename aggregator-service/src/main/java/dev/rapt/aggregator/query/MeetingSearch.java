package dev.rapt.aggregator.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which meetings to list, in what order and from where on.
 *
 * @param from meetings that went on at this moment or later
 * @param to meetings that began before this moment
 * @param labels all of them
 * @param text in the title or the id, whatever its case
 * @param order what comes first
 * @param after the last meeting of the part of the list before
 * @param most the most meetings to list
 */
public record MeetingSearch(
        Optional<Instant> from,
        Optional<Instant> to,
        Set<String> labels,
        Optional<String> text,
        Order order,
        Optional<Place> after,
        int most) {

    /** What comes first in a list of meetings. Meetings of the same moment go by their ids. */
    public enum Order {
        /** By the meetings' ids. */
        ID,
        /** The meeting that began last comes first. */
        NEWEST
    }

    /**
     * A meeting's place in a list, which stays the same when others come and go.
     *
     * @param from the meeting's first moment
     * @param id its id
     */
    public record Place(Instant from, String id) {
        public Place {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(id, "id");
        }

        /** The place of this meeting. */
        public static Place of(KnownMeeting meeting) {
            return new Place(meeting.from(), meeting.id());
        }
    }

    public MeetingSearch {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        labels = Set.copyOf(labels);
        text = text.map(MeetingSearch::folded);
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(after, "after");
        if (most < 1) {
            throw new IllegalArgumentException("A list has room for one meeting at least");
        }
    }

    /** Whether a meeting is listed, whatever its place. */
    public boolean matches(KnownMeeting meeting) {
        return from.map(moment -> !meeting.to().isBefore(moment)).orElse(true)
                && to.map(moment -> meeting.from().isBefore(moment)).orElse(true)
                && List.copyOf(meeting.labels()).containsAll(labels)
                && text.map(part -> folded(meeting.id()).contains(part)
                                || folded(meeting.title().orElse("")).contains(part))
                        .orElse(true);
    }

    /** Whether a meeting comes in the part of the list that is asked for, or after it. */
    public boolean isAfter(KnownMeeting meeting) {
        return after.map(place -> places().compare(place, Place.of(meeting)) < 0)
                .orElse(true);
    }

    /** The order of the list. */
    public Comparator<Place> places() {
        Comparator<Place> byId = Comparator.comparing(Place::id);
        return order == Order.ID
                ? byId
                : Comparator.comparing(Place::from).reversed().thenComparing(byId);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
