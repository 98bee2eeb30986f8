package dev.rapt.detector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.frame.ImageRefusal;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.meters.Meters;
import dev.rapt.detector.testing.Findings;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameDeskTest {

    private static final byte SLOW = 1;
    private static final byte CORRUPT = 2;
    private static final byte ABSENT = 3;
    private static final byte BREAKS = 4;

    private final Books books = new Books();
    private final Room room = new Room(8, 1_000);
    private final CountDownLatch slowBegan = new CountDownLatch(1);
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final List<Boolean> remembered = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();
    private volatile boolean kafkaIsAway;
    private final FrameDesk desk = desk(2);

    private record Record(Frame frame, Signals signals, int skippedBefore) {}

    @AfterEach
    void close() throws InterruptedException {
        slowMayEnd.countDown();
        desk.close();
        assertThat(books.snapshot().accountedFor()).isEqualTo(books.snapshot().received());
        assertThat(books.snapshot().inFlight()).isZero();
        assertThat(room.frames()).isZero();
        assertThat(room.bytes()).isZero();
    }

    @Test
    void recordsWhatWasFound() {
        assertThat(outcome(put("ada", 1, 0))).isInstanceOf(Outcome.Recorded.class);
        assertThat(outcome(put("ada", 2, ABSENT))).isInstanceOf(Outcome.Recorded.class);

        assertThat(books.snapshot().published()).isEqualTo(1);
        assertThat(books.snapshot().absent()).isEqualTo(1);
        assertThat(records).extracting(record -> record.frame().capturedAt()).containsExactly(1L, 2L);
    }

    @Test
    void aNewerFrameTakesThePlaceOfAWaitingOneAndTheNextRecordSaysSo() throws Exception {
        // Given a participant whose first frame is being read
        Passage first = putNewest("ada", 1, SLOW);
        await(slowBegan);

        // When three more come
        Passage second = putNewest("ada", 2, 0);
        Passage third = putNewest("ada", 3, 0);
        Passage fourth = putNewest("ada", 4, 0);
        assertThat(outcome(second)).isEqualTo(new Outcome.Skipped(SkipReason.SUPERSEDED));
        assertThat(outcome(third)).isEqualTo(new Outcome.Skipped(SkipReason.SUPERSEDED));
        slowMayEnd.countDown();

        // Then the first and the last are recorded, the last with the two that were skipped
        assertThat(outcome(first)).isInstanceOf(Outcome.Recorded.class);
        assertThat(outcome(fourth)).isInstanceOf(Outcome.Recorded.class);
        assertThat(records).extracting(Record::skippedBefore).containsExactly(0, 2);
        assertThat(books.snapshot().skipped()).containsEntry(SkipReason.SUPERSEDED, 2L);
    }

    @Test
    void aFrameThatKeepsItsPlaceIsNeverSkipped() throws Exception {
        // Given
        Passage first = put("ada", 1, SLOW);
        await(slowBegan);

        // When
        List<Passage> others = List.of(put("ada", 2, 0), put("ada", 3, 0), put("ada", 4, 0));
        slowMayEnd.countDown();

        // Then
        assertThat(outcome(first)).isInstanceOf(Outcome.Recorded.class);
        others.forEach(passage -> assertThat(outcome(passage)).isInstanceOf(Outcome.Recorded.class));
        assertThat(records).extracting(record -> record.frame().capturedAt()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void oneSlowParticipantDelaysNoOther() throws Exception {
        // Given
        Passage slow = putNewest("slow", 1, SLOW);
        await(slowBegan);
        Passage waiting = putNewest("slow", 2, 0);

        // When
        for (int i = 0; i < 20; i++) {
            assertThat(outcome(putNewest("quick", i, 0))).isInstanceOf(Outcome.Recorded.class);
        }

        // Then
        assertThat(slow.outcome().toCompletableFuture()).isNotDone();
        assertThat(waiting.outcome().toCompletableFuture()).isNotDone();
        slowMayEnd.countDown();
        assertThat(outcome(waiting)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void aPictureThatDoesNotDecodeIsRefusedWithItsReason() {
        Outcome outcome = outcome(put("ada", 1, CORRUPT));

        assertThat(outcome).isEqualTo(new Outcome.Rejected(RefusalReason.CORRUPT_IMAGE, "It ends early."));
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.CORRUPT_IMAGE, 1L);
        assertThat(records).isEmpty();
    }

    @Test
    void aFrameThatBreaksTheDetectorFailsAloneAndTheLaneGoesOn() {
        assertThat(outcome(put("ada", 1, BREAKS)))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo(FailureReason.INTERNAL_ERROR));

        assertThat(outcome(put("ada", 2, 0))).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void anUnacknowledgedRecordFailsAndItsSkippedFramesGoIntoTheNext() throws Exception {
        // Given two frames of which one is skipped, and Kafka away
        putNewest("ada", 1, SLOW);
        await(slowBegan);
        putNewest("ada", 2, 0);
        kafkaIsAway = true;
        Passage third = putNewest("ada", 3, 0);
        slowMayEnd.countDown();
        assertThat(outcome(third)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(FailureReason.KAFKA_UNAVAILABLE));

        // When Kafka is back
        kafkaIsAway = false;
        outcome(putNewest("ada", 4, 0));

        // Then
        assertThat(records).extracting(Record::skippedBefore).containsExactly(1);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheRoomComesBack() throws Exception {
        // Given a room that is full of bytes
        Passage large = desk.open();
        assertThat(large.claim(990)).isTrue();

        // When
        Passage tooMuch = desk.open();
        boolean fits = tooMuch.claim(11);
        tooMuch.refuse(RefusalReason.OVERLOADED, "full");
        large.refuse(RefusalReason.CORRUPT_IMAGE, "done");

        // Then
        assertThat(fits).isFalse();
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.OVERLOADED, 1L);
        Passage next = desk.open();
        assertThat(next.claim(1_000)).isTrue();
        next.refuse(RefusalReason.CORRUPT_IMAGE, "done");
    }

    @Test
    void aConnectionsOwnRoomIsJudgedToo() {
        Room narrow = new Room(1, 1_000);
        Passage first = desk.open(narrow);
        Passage second = desk.open(narrow);

        assertThat(first.claim(10)).isTrue();
        assertThat(second.claim(10)).isFalse();
        second.refuse(RefusalReason.OVERLOADED, "full");
        first.refuse(RefusalReason.CORRUPT_IMAGE, "done");
        assertThat(narrow.frames()).isZero();
    }

    @Test
    void whatWaitsWhenItClosesFailsAndMayBeSentAgain() throws Exception {
        // Given
        Passage first = put("ada", 1, SLOW);
        await(slowBegan);
        Passage waiting = put("ada", 2, 0);

        // When
        Thread closing = new Thread(() -> {
            try {
                desk.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        slowMayEnd.countDown();
        closing.join(20_000);

        // Then
        assertThat(outcome(first)).isInstanceOf(Outcome.Recorded.class);
        assertThat(outcome(waiting)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(FailureReason.NOT_READY));
    }

    @Test
    void aFrameOfAMeetingThatIsErasedWhileItWaitsIsNeverRead() throws Exception {
        // Given
        Passage first = put("ada", 1, SLOW);
        await(slowBegan);
        Passage waiting = put("ada", 2, BREAKS);

        // When
        gate.erased = "m";
        slowMayEnd.countDown();

        // Then
        assertThat(outcome(first)).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome(waiting))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(RefusalReason.MEETING_ERASED));
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.MEETING_ERASED, 2L);
    }

    @Test
    void noFrameIsReadBeforeItIsKnownWhichMeetingsAreErased() {
        gate.obstacle = "The states of meetings are being read.";

        assertThat(outcome(put("ada", 1, BREAKS))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.NOT_READY);
            assertThat(failed.detail()).startsWith(gate.obstacle);
        });
    }

    @Test
    void whoeverSaysNoWhileAFrameWaitsIsNotLookedAt() throws Exception {
        // Given
        Passage first = put("ada", 1, SLOW);
        await(slowBegan);
        Passage waiting = put("ada", 2, BREAKS);
        Passage other = put("bob", 2, 0);

        // When
        gate.refused.put("ada", Refusal.CONSENT_WITHDRAWN);
        slowMayEnd.countDown();

        // Then neither what waited nor what was being read comes to anything
        Outcome.Rejected refused =
                new Outcome.Rejected(RefusalReason.CONSENT_WITHDRAWN, Refusal.CONSENT_WITHDRAWN.detail());
        assertThat(outcome(first)).isEqualTo(refused);
        assertThat(outcome(waiting)).isEqualTo(refused);
        assertThat(outcome(other)).isInstanceOf(Outcome.Recorded.class);
        assertThat(records)
                .extracting(record -> record.frame().participant().participantId())
                .containsExactly("bob");
        assertThat(books.snapshot().rejected()).containsEntry(RefusalReason.CONSENT_WITHDRAWN, 2L);
    }

    @Test
    void theSinkIsToldWhatMayBeMeasured() {
        outcome(put("ada", 1, 0));
        gate.signals = Signals.ATTENTION;
        outcome(put("ada", 2, 0));

        assertThat(records)
                .extracting(Record::signals)
                .containsExactly(Signals.ATTENTION_AND_EXPRESSION, Signals.ATTENTION);
    }

    @Test
    void whoeverMayNotBeMeasuredIsForgotten() {
        // Given two of whom the next full detection is remembered
        outcome(put("ada", 1, 0));
        outcome(put("bob", 1, 0));

        // When
        gate.refused.put("ada", Refusal.CONSENT_WITHDRAWN);
        desk.narrowed("m");
        gate.refused.clear();
        outcome(put("ada", 2, 0));
        outcome(put("bob", 2, 0));

        // Then
        assertThat(remembered).containsExactly(false, false, false, true);
    }

    private FrameDesk desk(int workers) {
        return new FrameDesk(
                books,
                room,
                workers,
                100,
                Duration.ofMinutes(1),
                (picture, capturedAt, last) -> {
                    remembered.add(last.isPresent());
                    return Findings.reading(read(picture));
                },
                (frame, findings, signals, skippedBefore) -> {
                    if (kafkaIsAway) {
                        return CompletableFuture.failedFuture(new UnpublishedException("away"));
                    }
                    records.add(new Record(frame, signals, skippedBefore));
                    return CompletableFuture.completedFuture(null);
                },
                new Meters(new SimpleMeterRegistry()),
                gate);
    }

    private FrameFindings read(byte[] picture) throws UnreadableImageException {
        switch (picture[0]) {
            case SLOW -> {
                slowBegan.countDown();
                await(slowMayEnd);
            }
            case CORRUPT -> throw new UnreadableImageException(ImageRefusal.CORRUPT_IMAGE, "It ends early.");
            case ABSENT -> {
                return Findings.absent(AbsenceReason.NO_FACE);
            }
            case BREAKS -> throw new IllegalStateException("a fault");
            default -> {}
        }
        return Findings.face();
    }

    private Passage put(String participant, long capturedAt, int kind) {
        Passage passage = desk.open();
        assertThat(passage.claim(1)).isTrue();
        desk.put(frame(participant, capturedAt, kind), passage);
        return passage;
    }

    private Passage putNewest(String participant, long capturedAt, int kind) {
        Passage passage = desk.open();
        assertThat(passage.claim(1)).isTrue();
        desk.putNewest(frame(participant, capturedAt, kind), passage);
        return passage;
    }

    private static Frame frame(String participant, long capturedAt, int kind) {
        return new Frame(
                new ParticipantKey("m", participant), capturedAt, capturedAt, OptionalLong.empty(), "", new byte[] {
                    (byte) kind
                });
    }

    private static Outcome outcome(Passage passage) {
        return passage.outcome()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
