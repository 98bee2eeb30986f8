package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.KnownMeeting;
import dev.rapt.aggregator.query.MeetingPage;
import dev.rapt.aggregator.query.MeetingSearch;
import dev.rapt.aggregator.query.MeetingSearch.Order;
import dev.rapt.aggregator.query.MeetingSearch.Place;
import dev.rapt.aggregator.timeline.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingListTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00.123Z");

    private static MeetingSearch search(Order order, int most) {
        return new MeetingSearch(
                Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), order, Optional.empty(), most);
    }

    private static KnownMeeting meeting(String id, int minute) {
        Instant at = TEN.plusSeconds(60L * minute);
        return new KnownMeeting(id, Optional.of(new Meeting(1, 2, at, at)), Optional.empty(), Optional.empty());
    }

    private static MeetingViews.Meetings part(MeetingSearch search, boolean more, KnownMeeting... meetings) {
        return MeetingList.of(search, new MeetingPage(List.of(meetings), more));
    }

    private static List<String> ids(MeetingViews.Meetings meetings) {
        return meetings.meetings().stream().map(MeetingViews.Meeting::id).toList();
    }

    @Test
    void partsOfSeveralInstancesComeInOneOrder() {
        MeetingSearch newest = search(Order.NEWEST, 3);
        MeetingViews.Meetings merged = MeetingList.merge(
                newest,
                List.of(
                        part(newest, false, meeting("b", 9), meeting("a", 2)),
                        part(newest, false, meeting("d", 7), meeting("c", 1))),
                List.of(new MeetingViews.Missing("x:1", "timeout")));

        // Then the list is cut, and goes on after the last that is shown
        assertThat(ids(merged)).containsExactly("b", "d", "a");
        assertThat(Cursor.place(merged.next().orElseThrow(), Order.NEWEST))
                .isEqualTo(new Place(TEN.plusSeconds(120), "a"));
        assertThat(merged.missing()).extracting(MeetingViews.Missing::instance).containsExactly("x:1");
    }

    @Test
    void theListGoesOnWhenAnyPartDoes() {
        MeetingSearch byId = search(Order.ID, 2);

        assertThat(MeetingList.merge(byId, List.of(part(byId, true, meeting("a", 0), meeting("c", 0))), List.of())
                        .next())
                .isPresent();
        assertThat(MeetingList.merge(
                                byId,
                                List.of(part(byId, false, meeting("a", 0)), part(byId, false, meeting("b", 0))),
                                List.of())
                        .next())
                .isEmpty();
    }

    @Test
    void aMeetingThatTwoTellOfIsTheOneOfTheEarlierPart() {
        MeetingSearch byId = search(Order.ID, 5);
        MeetingViews.Meetings merged = MeetingList.merge(
                byId, List.of(part(byId, false, meeting("a", 3)), part(byId, false, meeting("a", 4))), List.of());

        assertThat(ids(merged)).containsExactly("a");
        assertThat(merged.meetings().get(0).firstCapturedAt()).contains(TEN.plusSeconds(180));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aCursorIsThePlaceItWasMadeOf(Order order) {
        Place place = new Place(TEN, "a:b.c_d-e");

        assertThat(Cursor.place(Cursor.of(order, place), order)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "aQ", "aTEyMzph!", "aWE6Yg", "cGFkYQ"})
    void whatIsNoCursorIsRefused(String text) {
        assertThat(Refusals.reason(() -> Cursor.place(text, Order.ID))).isEqualTo("bad-cursor");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Cursor.of(Order.NEWEST, new Place(TEN, "a"));

        assertThat(Refusals.reason(() -> Cursor.place(cursor, Order.ID))).isEqualTo("bad-cursor");
        assertThat(Refusals.reason(() -> Cursor.participant(cursor))).isEqualTo("bad-cursor");
        assertThat(Cursor.participant(Cursor.of("ada"))).isEqualTo("ada");
    }
}
