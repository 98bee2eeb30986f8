package dev.rapt.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.query.MeetingSearch.Order;
import dev.rapt.aggregator.query.MeetingSearch.Place;
import dev.rapt.aggregator.timeline.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeetingSearchTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant ELEVEN = TEN.plusSeconds(3_600);
    private static final MeetingSearch ALL = new MeetingSearch(
            Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Order.ID, Optional.empty(), 10);

    private static KnownMeeting counted(String id, Instant first, Instant last) {
        return new KnownMeeting(id, Optional.of(new Meeting(1, 2, first, last)), Optional.empty(), Optional.empty());
    }

    private static KnownMeeting declared(String id, Instant at, String title, String... labels) {
        Declaration declaration =
                new Declaration(title, List.of(labels), List.of(), Optional.empty(), Optional.empty(), at);
        return new KnownMeeting(id, Optional.empty(), Optional.of(declaration), Optional.empty());
    }

    private static MeetingSearch within(Instant from, Instant to) {
        return new MeetingSearch(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Set.of(),
                Optional.empty(),
                Order.ID,
                Optional.empty(),
                10);
    }

    private static MeetingSearch like(String text, String... labels) {
        return new MeetingSearch(
                Optional.empty(),
                Optional.empty(),
                Set.of(labels),
                Optional.ofNullable(text),
                Order.ID,
                Optional.empty(),
                10);
    }

    @Test
    void aMeetingThatOverlapsTheTimeIsFound() {
        KnownMeeting meeting = counted("m", TEN, ELEVEN);

        assertThat(within(ELEVEN, null).matches(meeting)).isTrue();
        assertThat(within(ELEVEN.plusMillis(1), null).matches(meeting)).isFalse();
        assertThat(within(null, TEN.plusMillis(1)).matches(meeting)).isTrue();
        assertThat(within(null, TEN).matches(meeting)).isFalse();
        assertThat(within(TEN.plusSeconds(60), TEN.plusSeconds(120)).matches(meeting))
                .isTrue();
    }

    @Test
    void aMeetingWithoutAFrameGoesOnFromItsDeclarationToItsEnd() {
        KnownMeeting open = declared("m", TEN, "Biology");
        KnownMeeting ended =
                new KnownMeeting("m", Optional.empty(), open.declaration(), Optional.of(new Ending(ELEVEN)));

        assertThat(within(TEN.plusSeconds(60), null).matches(open)).isFalse();
        assertThat(within(TEN.plusSeconds(60), null).matches(ended)).isTrue();
        assertThat(new KnownMeeting(
                                "m", Optional.empty(), open.declaration(), Optional.of(new Ending(TEN.minusSeconds(9))))
                        .to())
                .isEqualTo(TEN);
    }

    @Test
    void allLabelsMustBeThere() {
        KnownMeeting meeting = declared("m", TEN, "", "bio", "week 3");

        assertThat(like(null, "bio").matches(meeting)).isTrue();
        assertThat(like(null, "bio", "week 3").matches(meeting)).isTrue();
        assertThat(like(null, "bio", "week 4").matches(meeting)).isFalse();
        assertThat(like(null, "Bio").matches(meeting)).isFalse();
        assertThat(like(null, "bio").matches(counted("m", TEN, TEN))).isFalse();
    }

    @Test
    void textIsFoundInTitleAndIdWhateverItsCase() {
        KnownMeeting meeting = declared("Standup-7", TEN, "Ökologie 101");

        assertThat(like("öKOLOGIE").matches(meeting)).isTrue();
        assertThat(like("standup").matches(meeting)).isTrue();
        assertThat(like("101 ").matches(meeting)).isFalse();
        assertThat(like("standup").matches(counted("m", TEN, TEN))).isFalse();
    }

    @Test
    void theNewestComesFirstAndTheSameMomentGoesById() {
        List<KnownMeeting> meetings = List.of(
                counted("b", TEN, ELEVEN),
                counted("a", TEN, ELEVEN),
                declared("c", ELEVEN, ""),
                counted("d", TEN.minusSeconds(1), ELEVEN));

        assertThat(sorted(meetings, Order.NEWEST)).containsExactly("c", "a", "b", "d");
        assertThat(sorted(meetings, Order.ID)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void thePartAfterAPlaceHoldsNothingTwice() {
        List<KnownMeeting> meetings =
                List.of(counted("b", TEN, ELEVEN), counted("a", TEN, ELEVEN), declared("c", ELEVEN, ""));

        assertThat(meetings.stream()
                        .filter(after(Order.NEWEST, new Place(TEN, "a"))::isAfter)
                        .map(KnownMeeting::id))
                .containsExactly("b");
        assertThat(meetings.stream()
                        .filter(after(Order.ID, new Place(TEN, "a"))::isAfter)
                        .map(KnownMeeting::id))
                .containsExactlyInAnyOrder("b", "c");
    }

    private static MeetingSearch after(Order order, Place place) {
        return new MeetingSearch(ALL.from(), ALL.to(), ALL.labels(), ALL.text(), order, Optional.of(place), ALL.most());
    }

    private static Stream<String> sorted(List<KnownMeeting> meetings, Order order) {
        MeetingSearch search =
                new MeetingSearch(ALL.from(), ALL.to(), ALL.labels(), ALL.text(), order, ALL.after(), ALL.most());
        return meetings.stream().map(Place::of).sorted(search.places()).map(Place::id);
    }
}
