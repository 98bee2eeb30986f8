package dev.rapt.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final EventId ID = new EventId(3, 7);

    private final MadeUpMeeting meeting = new MadeUpMeeting();

    @Test
    void tellsARowAgainOnlyWhenItDiffersAndTheOthersThatDifferWithIt() {
        // Given twenty steps that were told
        for (int step = 0; step < 20; step++) {
            meeting.set("ada", step, "1");
        }
        Board board = board();
        board.update(meeting, frame("ada", 0));
        long seen = board.version();

        // When the last of them changes, and the one two before with it
        meeting.set("ada", 19, "2");
        meeting.set("ada", 17, "3");
        board.update(meeting, frame("ada", 19));

        // Then
        assertThat(told(board, seen)).isEqualTo(buckets("{\"participantId\":\"ada\",\"name\":null,\"buckets\":[3,2]}"));

        // When nothing differs
        long now = board.version();
        board.update(meeting, frame("ada", 19));

        // Then
        assertThat(board.version()).isEqualTo(now);
        assertThat(told(board, now)).isEmpty();
    }

    @Test
    void tellsAllThatALateFrameChangesAndTheGapThatANewOneEnds() {
        // Given
        for (int step = 0; step < 10; step++) {
            meeting.set("ada", step, "1");
        }
        Board board = board();
        board.update(meeting, frame("ada", 0));
        long seen = board.version();

        // When an old step changes and with it all that is displayed after it, and somebody comes back
        for (int step = 4; step < 10; step++) {
            meeting.set("ada", step, "2");
        }
        board.update(meeting, frame("ada", 4));
        meeting.set("ada", 13, "4");
        board.update(meeting, frame("ada", 13));

        // Then
        assertThat(told(board, seen))
                .isEqualTo(buckets("{\"participantId\":\"ada\",\"name\":null,\"buckets\":[2,2,2,2,2,2,{},{},{},4]}"));
    }

    @Test
    void looksAtEverythingWhileTheBaselineIsLearntAndAtEverybodyWhereABotTellsWhoSpeaks() {
        // Given
        for (int step = 0; step < 10; step++) {
            meeting.set("ada", step, "1");
            meeting.set("bob", step, "1");
        }
        meeting.learnt = false;
        meeting.sources = 1;
        Board board = board();
        board.update(meeting, frame("ada", 0));
        board.update(meeting, frame("bob", 0));
        long seen = board.version();

        // When
        meeting.set("ada", 0, "2");
        meeting.set("ada", 9, "2");
        meeting.set("bob", 9, "3");
        board.update(meeting, frame("ada", 9));

        // Then
        assertThat(told(board, seen))
                .isEqualTo(buckets("{\"participantId\":\"ada\",\"name\":null,\"buckets\":[2,2]},"
                        + "{\"participantId\":\"bob\",\"name\":null,\"buckets\":[3]}"));
    }

    @Test
    void givesWhoIsBehindTheLatestOfEachRowOnce() {
        // Given
        meeting.set("ada", 0, "1");
        Board board = board();
        board.update(meeting, frame("ada", 0));
        long slow = board.version();

        // When much happens meanwhile
        for (int i = 2; i < 50; i++) {
            meeting.set("ada", 0, Integer.toString(i));
            board.update(meeting, frame("ada", 0));
            board.forgetUntil(slow);
        }
        meeting.speaker = "\"ada\"";
        meeting.markers = "[1]";
        board.update(meeting, new Pending(Map.of(), Optional.empty(), true, 0));

        // Then
        assertThat(board.since(slow, ID).stream()
                        .map(event ->
                                event.name() + event.id().map(EventId::toString).orElse("") + event.data())
                        .toList())
                .containsExactly(
                        "buckets3:7{\"meetingId\":\"m\",\"participants\":[{\"participantId\":\"ada\",\"name\":null,"
                                + "\"buckets\":[49]}],\"activeSpeaker\":\"ada\"}",
                        "markers{\"meetingId\":\"m\",\"markers\":[1]}");
    }

    @Test
    void saysResetInsteadOfTooMuch() {
        // Given
        for (int step = 0; step < 101; step++) {
            meeting.set("ada", step, "1");
        }
        Board board = board();
        Pending all = frame("ada", 0);

        // When, then
        assertThat(board.missed(meeting, all, ID).stream().map(Message.Event::name))
                .containsExactly("reset", "hello", "markers");
        assertThat(board.missed(meeting, frame("ada", 100), ID).stream().map(Message.Event::name))
                .containsExactly("buckets", "markers");
    }

    @Test
    void saysWhoIsGoneAndTellsNothingMoreOfThem() {
        // Given
        meeting.set("ada", 0, "1");
        meeting.set("bob", 0, "1");
        Board board = board();
        board.update(meeting, frame("ada", 0));
        board.update(meeting, frame("bob", 0));
        long seen = board.version() - 2;

        // When one of them is erased, while somebody hasn't got her last row yet
        meeting.people.remove("ada");
        board.update(meeting, new Pending(Map.of(), Optional.empty(), true, 0));

        // Then
        assertThat(told(board, seen))
                .isEqualTo("{\"meetingId\":\"m\",\"participantIds\":[\"ada\"]}"
                        + buckets("{\"participantId\":\"bob\",\"name\":null,\"buckets\":[1]}"));
        assertThat(board.since(board.version(), ID)).isEmpty();

        // When she comes again before it was told, and once more after
        meeting.set("ada", 0, "2");
        board.update(meeting, frame("ada", 0));
        assertThat(board.since(seen, ID).stream().map(Message.Event::name)).doesNotContain("gone");
        board.forgetUntil(board.version());
        meeting.people.remove("ada");
        board.update(meeting, frame("ada", 1));

        // Then
        assertThat(board.since(board.version() - 1, ID).stream().map(Message.Event::name))
                .containsExactly("gone");

        // When somebody comes back who may still show her
        meeting.lacksSomebody = true;
        assertThat(board.missed(meeting, frame("bob", 0), ID).stream().map(Message.Event::name))
                .containsExactly("reset", "hello", "markers");
    }

    @Test
    void keepsNoMoreForThoseWhoDoNotReadThanOneMessageMayHold() {
        // Given
        Board board = board();
        long behind = board.version();

        // When
        for (int step = 0; step < 101; step++) {
            meeting.set("ada", step, "1");
            board.update(meeting, frame("ada", step));
        }
        long seen = board.version();
        meeting.set("ada", 101, "2");
        board.update(meeting, frame("ada", 101));

        // Then
        assertThat(board.since(behind, ID).stream().map(Message.Event::name))
                .contains("reset")
                .doesNotContain("buckets");
        assertThat(told(board, seen)).isEqualTo(buckets("{\"participantId\":\"ada\",\"name\":null,\"buckets\":[2]}"));
    }

    @Test
    void whoReadsLosesNothingToThoseWhoDoNot() {
        // Given somebody who has seen everything, and somebody who has seen nothing
        Board board = board();
        long behind = board.version();

        for (int step = 0; step < 150; step++) {
            long seen = board.version();

            // When
            meeting.set("ada", step, "" + step);
            board.update(meeting, frame("ada", step));

            // Then the one who reads is told each step
            assertThat(told(board, seen))
                    .isEqualTo(buckets("{\"participantId\":\"ada\",\"name\":null,\"buckets\":[" + step + "]}"));
        }
        assertThat(board.since(behind, ID).stream().map(Message.Event::name)).contains("reset");
    }

    private Board board() {
        return new Board("m", 2, 100, meeting);
    }

    private static Pending frame(String who, int step) {
        return new Pending(Map.of(who, Instant.ofEpochSecond(5L * step + 1)), Optional.empty(), false, 0);
    }

    private static String told(Board board, long seen) {
        List<Message.Event> events = board.since(seen, ID);
        return events.stream().map(Message.Event::data).collect(Collectors.joining());
    }

    private static String buckets(String participants) {
        return "{\"meetingId\":\"m\",\"participants\":[" + participants + "],\"activeSpeaker\":\"nobody\"}";
    }
}
