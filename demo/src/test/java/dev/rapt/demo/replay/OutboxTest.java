package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final long SECOND = 1_000_000_000L;

    private final SenderBooks books = new SenderBooks();
    private final List<String> told = new ArrayList<>();
    private final Outbox outbox = new Outbox(books, (frame, fate) -> told.add(frame.capturedAtMs() + " " + fate));

    @Test
    void onlyOneFrameOfAParticipantIsOnTheWireButOthersGoOn() {
        // Given
        take("a", 1, 2, 3);
        take("b", 1);

        // When
        List<String> sent = sendAll(0);

        // Then
        assertThat(sent).containsExactly("a1", "b1");
        acknowledge("a", 1, Fate.PUBLISHED, "", 0);
        assertThat(sendAll(0)).containsExactly("a2");
    }

    @Test
    void everyFateIsWrittenOnceWhateverIsAcknowledgedTwice() {
        // Given
        take("a", 1, 2);
        take("b", 1);
        take("c", 1);
        sendAll(0);

        // When
        acknowledge("a", 1, Fate.PUBLISHED, "", 0);
        acknowledge("a", 1, Fate.ABSENT, "no-face", 0);
        sendAll(0);
        acknowledge("a", 2, Fate.SKIPPED, "superseded", 0);
        acknowledge("b", 1, Fate.ABSENT, "no-face", 0);
        acknowledge("c", 1, Fate.REJECTED, "corrupt-image", 0);

        // Then
        assertThat(told).containsExactly("1 PUBLISHED", "2 SKIPPED", "1 ABSENT", "1 REJECTED");
        assertThat(books.sent()).isEqualTo(4);
        assertThat(books.open()).isZero();
        assertThat(books.accepted()).isEqualTo(2);
        assertBalanced();
    }

    @Test
    void aLostConnectionSendsTheUnacknowledgedAgainUnchangedAndFirst() {
        // Given
        take("a", 1, 2, 3);
        sendAll(0);
        acknowledge("a", 1, Fate.PUBLISHED, "", 0);
        sendAll(0);

        // When
        outbox.connectionLost(SECOND);

        // Then
        assertThat(sendAll(SECOND)).containsExactly("a2");
        acknowledge("a", 2, Fate.PUBLISHED, "", SECOND);
        assertThat(sendAll(SECOND)).containsExactly("a3");
        acknowledge("a", 3, Fate.PUBLISHED, "", SECOND);
        assertThat(books.sent()).isEqualTo(3);
        assertThat(books.of(Fate.PUBLISHED)).isEqualTo(3);
        assertBalanced();
    }

    @Test
    void aFailedFrameIsSentAgainAfterAPauseWhileNewerOnesGoOn() {
        // Given
        take("a", 1, 2);
        sendAll(0);

        // When
        acknowledge("a", 1, Fate.FAILED, "kafka-unavailable", 0);

        // Then
        assertThat(books.of(Fate.FAILED)).isZero();
        assertThat(sendAll(SECOND / 2)).containsExactly("a2");
        acknowledge("a", 2, Fate.PUBLISHED, "", SECOND / 2);
        assertThat(sendAll(SECOND)).containsExactly("a1");
        acknowledge("a", 1, Fate.PUBLISHED, "", SECOND);
        assertThat(books.of(Fate.PUBLISHED)).isEqualTo(2);
    }

    @Test
    void aSenderThatIsHopelesslyBehindLeavesTheSkippingToTheDetector() {
        // When
        for (long at = 1; at <= Lane.LONGEST_QUEUE + 11; at++) {
            take("a", at);
        }

        // Then
        assertThat(sendAll(0)).hasSize(11);
    }

    @Test
    void failureIsFinalAfterTheLastAttempt() {
        // Given
        take("a", 1);

        // When
        int attempts = 0;
        for (long now = 0; books.open() > 0; now += 2 * SECOND) {
            attempts += sendAll(now).size();
            acknowledge("a", 1, Fate.FAILED, "kafka-unavailable", now);
        }

        // Then
        assertThat(attempts).isEqualTo(Outbox.MOST_ATTEMPTS);
        assertThat(books.of(Fate.FAILED)).isEqualTo(1);
        assertBalanced();
    }

    @Test
    void whatIsGivenUpHasFailed() {
        // Given
        take("a", 1, 2, 3);
        sendAll(0);

        // When
        outbox.giveUp();

        // Then
        assertThat(books.of(Fate.FAILED)).isEqualTo(3);
        assertThat(sendAll(0)).isEmpty();
        assertBalanced();
    }

    @Test
    void twoFramesOfOneIdentityAreAMistakeOfTheSender() {
        take("a", 1);
        assertThatThrownBy(() -> take("a", 1)).isInstanceOf(IllegalStateException.class);
    }

    private void take(String participant, long... capturedAt) {
        for (long at : capturedAt) {
            outbox.take(new Frame(participant, at, at, new byte[] {1}), 0);
        }
    }

    private List<String> sendAll(long now) {
        List<String> sent = new ArrayList<>();
        Optional<Frame> frame = outbox.nextNow(now);
        while (frame.isPresent()) {
            sent.add(frame.get().participantId() + frame.get().capturedAtMs());
            frame = outbox.nextNow(now);
        }
        return sent;
    }

    private void acknowledge(String participant, long capturedAt, Fate fate, String reason, long now) {
        outbox.acknowledged(new Acknowledgement(new FrameKey(participant, capturedAt), fate, reason), now);
    }

    private void assertBalanced() {
        long settled = 0;
        for (Fate fate : Fate.values()) {
            settled += books.of(fate);
        }
        assertThat(books.sent()).isEqualTo(settled + books.open());
    }
}
