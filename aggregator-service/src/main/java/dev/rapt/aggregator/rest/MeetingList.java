package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.query.MeetingPage;
import dev.rapt.aggregator.query.MeetingSearch;
import dev.rapt.aggregator.query.MeetingSearch.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one list of meetings of the parts that instances tell. */
final class MeetingList {

    private MeetingList() {}

    /** One instance's part. */
    static MeetingViews.Meetings of(MeetingSearch search, MeetingPage page) {
        return cut(
                search, page.meetings().stream().map(MeetingViewMaker::meeting).toList(), page.more(), List.of());
    }

    /**
     * All of them together. Of a meeting that is in two parts, which happens while it moves from one instance to another,
     * the earlier part tells.
     *
     * @param parts each in the order of the search, and no longer than it asks for
     * @param missing who couldn't tell
     */
    static MeetingViews.Meetings merge(
            MeetingSearch search, List<MeetingViews.Meetings> parts, List<MeetingViews.Missing> missing) {
        Map<String, MeetingViews.Meeting> meetings = new LinkedHashMap<>();
        parts.forEach(part -> part.meetings().forEach(meeting -> meetings.putIfAbsent(meeting.id(), meeting)));
        List<MeetingViews.Meeting> sorted = meetings.values().stream()
                .sorted(Comparator.comparing(MeetingList::place, search.places()))
                .toList();
        boolean more = parts.stream().anyMatch(part -> part.next().isPresent());
        return cut(search, sorted, more, missing);
    }

    private static MeetingViews.Meetings cut(
            MeetingSearch search, List<MeetingViews.Meeting> sorted, boolean more, List<MeetingViews.Missing> missing) {
        List<MeetingViews.Meeting> page = sorted.subList(0, Math.min(sorted.size(), search.most()));
        boolean goesOn = !page.isEmpty() && (more || page.size() < sorted.size());
        Optional<String> next =
                goesOn ? Optional.of(Cursor.of(search.order(), place(page.get(page.size() - 1)))) : Optional.empty();
        return new MeetingViews.Meetings(page, next, missing);
    }

    private static Place place(MeetingViews.Meeting meeting) {
        Instant from = meeting.firstCapturedAt().or(meeting::declaredAt).orElse(Instant.EPOCH);
        return new Place(from, meeting.id());
    }
}
