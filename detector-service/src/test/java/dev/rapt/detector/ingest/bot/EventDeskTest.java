package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotMessage.Person;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventDeskTest {

    private static final long NOW = 1_767_261_600_000L;

    private final Gate gate = new Gate();
    private final List<MeetingEvent> published = new ArrayList<>();
    private final FrameRules rules = new FrameRules(
            new ImageLimits(8192, 8192, 1 << 24, 8 << 20, 16),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC),
            gate);

    @Test
    void aRejoinIsTheSecondParticipantThatTheBotSays() throws Exception {
        assertThat(rejoin(desk(false))).containsExactly("1", "1", "2", "2");
    }

    @Test
    void aRejoinIsTheFirstParticipantWhereNamesLink() throws Exception {
        assertThat(rejoin(desk(true))).containsExactly("1", "1", "1", "1");
    }

    @Test
    void noneIsPublishedOfAMessageWithOneThatCannotBe() {
        EventDesk desk = desk(false);

        assertRefused(desk, event("a/b", NOW), "bad-id");
        assertRefused(desk, event("1", 12), "captured-at-out-of-range");
        gate.erased = "m";
        assertRefused(desk, event("1", NOW), "meeting-erased");
        assertThat(published).isEmpty();
    }

    @Test
    void eventsOfWhoeverMayNotBeMeasuredAreLeftOutAndSaidToBe() throws Exception {
        gate.refused.put("1", Refusal.CONSENT_MISSING);

        BotMessage.Events events = new BotMessage.Events(List.of(event("1", NOW), event("2", NOW)));
        assertThatThrownBy(() -> desk(false)
                        .take("m", "recall", events)
                        .toCompletableFuture()
                        .get())
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusalReason.CONSENT_MISSING));
        assertThat(published)
                .extracting(event -> event.participant().participantId())
                .containsExactly("2");
    }

    private List<String> rejoin(EventDesk desk) throws Exception {
        take(desk, "1", new MeetingEvent.Joined("Ada"));
        take(desk, "1", new MeetingEvent.Left());
        take(desk, "2", new MeetingEvent.Joined("Ada"));
        take(desk, "2", new MeetingEvent.SpeechOn(true));
        return published.stream()
                .map(event -> event.participant().participantId())
                .toList();
    }

    private static void take(EventDesk desk, String id, MeetingEvent.What what) throws Exception {
        Person person = new Person(id, Optional.of("Ada"));
        desk.take("m", "recall", new BotMessage.Events(List.of(new BotMessage.Event(person, NOW, what))))
                .toCompletableFuture()
                .get();
    }

    private static void assertRefused(EventDesk desk, BotMessage.Event bad, String reason) {
        BotMessage.Events events = new BotMessage.Events(List.of(event("1", NOW), bad));
        assertThatThrownBy(() -> desk.take("m", "recall", events))
                .isInstanceOfSatisfying(
                        MalformedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static BotMessage.Event event(String id, long at) {
        return new BotMessage.Event(new Person(id, Optional.empty()), at, new MeetingEvent.Left());
    }

    private EventDesk desk(boolean linkByName) {
        return new EventDesk(
                rules,
                event -> {
                    published.add(event);
                    return CompletableFuture.completedFuture(null);
                },
                new RejoinLinks(linkByName, 10));
    }
}
