package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.Room;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.recall.RecallProtocol;
import dev.rapt.detector.ingest.stream.StreamPeer;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.FakeConnection;
import dev.rapt.detector.testing.Findings;
import dev.rapt.detector.testing.Gate;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BotDeskTest {

    private static final byte[] NOBODY = Pictures.nobody();

    private final long now = System.currentTimeMillis();
    private final Gate gate = new Gate();
    private final Books books = new Books();
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final List<Frame> published = new CopyOnWriteArrayList<>();
    private final List<MeetingEvent> events = new CopyOnWriteArrayList<>();
    private final FakeConnection bot = new FakeConnection(true);
    private final Room room = new Room(100, NOBODY.length * 3L / 2);
    private final BotSession session = new BotSession(
            "m", new RecallProtocol(), new StreamPeer(bot.connection(), room, StreamPeer.Unread.DROP), false, "");
    private final FrameRules rules = new FrameRules(
            new ImageLimits(8192, 8192, 1 << 24, 8 << 20, 16),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Clock.systemUTC(),
            gate);
    private final FrameDesk frames = new FrameDesk(
            books,
            new Room(100, 1 << 20),
            1,
            100,
            Duration.ofMinutes(1),
            (picture, capturedAt, last) -> Findings.reading(Findings.face()),
            (frame, findings, signals, skippedBefore) -> {
                published.add(frame);
                return CompletableFuture.completedFuture(null);
            },
            meters,
            gate);
    private boolean kafkaIsAway;

    @AfterEach
    void theBooksAreRight() throws Exception {
        frames.close();
        assertThat(books.snapshot().accountedFor()).isEqualTo(books.snapshot().received());
    }

    @Test
    void whoComesBackUnderASecondIdIsASecondParticipantUnlessNamesLink() {
        assertThat(participantsOfARejoin(desk(false))).containsExactly("7", "8");
        published.clear();
        assertThat(participantsOfARejoin(desk(true))).containsExactly("7", "7");
    }

    @Test
    void aFrameThatFindsNoRoomIsRefusedWithoutAWord() {
        // Given a connection whose room is taken
        room.take(1, NOBODY.length);

        // When
        take(desk(false), frame("7", now));

        // Then nobody can mend it, so nobody is told
        assertThat(books.snapshot().rejected().get(RefusalReason.OVERLOADED)).isEqualTo(1);
        assertThat(bot.sent()).isEmpty();
    }

    @Test
    void anEventThatKafkaDoesNotAcknowledgeIsToldAndCanBeSentAgain() {
        BotDesk desk = desk(false);
        kafkaIsAway = true;
        take(desk, event("join", 7));
        assertThat(bot.sent()).singleElement().asString().contains("kafka-unavailable");

        kafkaIsAway = false;
        take(desk, event("join", 7));
        assertThat(events).hasSize(1);
        assertThat(bot.sent()).hasSize(1);
    }

    @Test
    void ofWhoeverMayNotBeMeasuredNeitherFrameNorNameNorEventIsPublishedAndTheBotIsTold() {
        // Given
        BotDesk desk = desk(false);
        gate.refused.put("7", Refusal.CONSENT_MISSING);

        // When
        take(desk, frame("7", now));
        take(desk, event("join", 7));

        // Then
        assertThat(bot.sent()).hasSize(2).allSatisfy(message -> assertThat(message)
                .contains("\"type\":\"error\"", "consent-missing"));
        assertThat(published).isEmpty();
        assertThat(events).isEmpty();
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.CONSENT_MISSING, 1L);

        // When the participant agrees, the name is told with the next frame
        gate.refused.clear();
        take(desk, frame("7", now + 1));
        await(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void aNameThatComesWithFramesIsToldOnce() {
        // Given a bot that says the name with every frame, while Kafka is away
        BotDesk desk = desk(false);
        kafkaIsAway = true;
        take(desk, frame("7", now));
        assertThat(events).isEmpty();

        // When it is back
        kafkaIsAway = false;
        take(desk, frame("7", now + 1));
        take(desk, frame("7", now + 2));

        // Then
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.participant().participantId()).isEqualTo("7");
            assertThat(event.at()).isEqualTo(now + 1);
            assertThat(event.what()).isEqualTo(new MeetingEvent.Joined("Ada"));
        });
        assertThat(bot.sent()).isEmpty();
    }

    @Test
    void nobodyAgreesForANamesake() {
        // Given Ada, who left
        BotDesk desk = desk(true);
        take(desk, frame("7", now));
        await(1);
        take(desk, event("leave", 7));

        // When another Ada comes, who may not be measured
        gate.refused.put("8", Refusal.CONSENT_MISSING);
        take(desk, frame("8", now + 1));

        // Then
        assertThat(books.snapshot().rejected().get(RefusalReason.CONSENT_MISSING))
                .isEqualTo(1);
    }

    @Test
    void noNameIsToldOfWhoGoesByAPseudonym() {
        // Given
        Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.newKey());
        gate.pseudonyms = Optional.of(pseudonyms);

        // When, Then: not even links know it
        assertThat(participantsOfARejoin(desk(true))).containsExactly(pseudonyms.of("7"), pseudonyms.of("8"));
        assertThat(events).allMatch(event -> event.what() instanceof MeetingEvent.Left);
        take(desk(false), event("join", 7));
        assertThat(events.get(events.size() - 1).what()).isEqualTo(new MeetingEvent.Joined(""));
    }

    private List<String> participantsOfARejoin(BotDesk desk) {
        take(desk, frame("7", now));
        await(1);
        take(desk, event("leave", 7));
        take(desk, frame("8", now + 1));
        await(2);
        return published.stream()
                .map(frame -> frame.participant().participantId())
                .toList();
    }

    private void await(int frames) {
        while (published.size() < frames) {
            Thread.onSpinWait();
        }
    }

    private void take(BotDesk desk, String message) {
        desk.take(BotText.of(message), session);
    }

    private static String frame(String id, long at) {
        return BotMessages.frame("recall-video-png", id, at, NOBODY);
    }

    private String event(String type, int id) {
        return BotMessages.fill("recall-event", Map.of("TYPE", type, "ID", id, "PLATFORM", "null", "MILLIS", now));
    }

    private BotDesk desk(boolean linkByName) {
        RejoinLinks links = new RejoinLinks(linkByName, 100);
        EventDesk eventDesk = new EventDesk(
                rules,
                event -> {
                    if (kafkaIsAway) {
                        return CompletableFuture.failedFuture(new UnpublishedException("away"));
                    }
                    events.add(event);
                    return CompletableFuture.completedFuture(null);
                },
                links);
        Erasures erasures =
                new Erasures((meeting, reason) -> CompletableFuture.completedFuture(null), Duration.ofMillis(1));
        return new BotDesk(frames, rules, eventDesk, erasures, links, meters);
    }
}
