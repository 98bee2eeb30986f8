package dev.rapt.detector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.ImageRefusal;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRulesTest {

    private static final long NOW = 1_760_000_000_000L;

    private final Gate gate = new Gate();
    private final FrameRules rules = new FrameRules(
            ImageLimits.defaults(),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC),
            gate);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a b", "é", "a\n", "\u0000", "ａ", "..%2f"})
    void refusesWhatIsNoId(String id) {
        refused(RefusalReason.BAD_ID, () -> rules.participant("m", id));
        refused(RefusalReason.BAD_ID, () -> rules.participant(id, "p"));
    }

    @Test
    void takesIdsOfUpTo128Characters() throws Exception {
        assertThat(rules.participant("A.z_0:-", "p".repeat(128)).participantId())
                .hasSize(128);
        refused(RefusalReason.BAD_ID, () -> rules.participant("m", "p".repeat(129)));
    }

    @Test
    void takesCaptureTimesWithinTheWindowOnly() throws Exception {
        long past = NOW - Duration.ofDays(30).toMillis();
        long future = NOW + Duration.ofMinutes(5).toMillis();

        assertThat(rules.capturedAt(past)).isEqualTo(past);
        assertThat(rules.capturedAt(future)).isEqualTo(future);
        refused(RefusalReason.CAPTURED_AT_OUT_OF_RANGE, () -> rules.capturedAt(past - 1));
        refused(RefusalReason.CAPTURED_AT_OUT_OF_RANGE, () -> rules.capturedAt(future + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void refusesAbsurdCaptureTimesWithASentence(long millis) {
        refused(RefusalReason.CAPTURED_AT_OUT_OF_RANGE, () -> rules.capturedAt(millis));
    }

    @Test
    void refusesWhatComesOfAnErasedMeeting() throws Exception {
        gate.erased = "gone";

        refused(RefusalReason.MEETING_ERASED, () -> rules.participant("gone", "p"));
        refused(RefusalReason.MEETING_ERASED, () -> rules.meeting("gone"));
        assertThat(rules.participant("other", "p").meetingId()).isEqualTo("other");
    }

    @Test
    void refusesWhomTheRulesOfTheMeetingRefuse() throws Exception {
        gate.undeclared = "unknown";
        gate.refused.put("bob", Refusal.CONSENT_MISSING);

        refused(RefusalReason.MEETING_UNDECLARED, () -> rules.meeting("unknown"));
        ParticipantKey bob = rules.participant("m", "bob");
        refused(RefusalReason.CONSENT_MISSING, () -> rules.admit(bob, NOW));
        ParticipantKey ada = rules.participant("m", "ada");
        assertThat(rules.admit(ada, NOW)).isEqualTo(ada);
    }

    @Test
    void refusesNobodyForARuleBeforeTheRulesAreKnown() throws Exception {
        // Given; it fails as not ready at its turn
        gate.undeclared = "m";
        gate.obstacle = "The states of meetings are being read.";

        ParticipantKey ada = rules.participant("m", "ada");
        assertThat(rules.admit(ada, NOW)).isEqualTo(ada);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void knowsAReasonForEveryRefusalOfTheRules(Refusal refusal) {
        RefusedException refused = RefusedException.of(refusal);

        assertThat(refused.reason().reason()).isEqualTo(refusal.text());
        assertThat(refused.reason().status()).isIn(403, 410);
        assertThat(refused).hasMessage(refusal.detail());
    }

    @Test
    void refusesNegativeSequences() throws Exception {
        assertThat(rules.sequence(0)).isZero();
        refused(RefusalReason.BAD_SEQUENCE, () -> rules.sequence(-1));
    }

    @ParameterizedTest
    @EnumSource(ImageRefusal.class)
    void knowsAReasonForEveryRefusalOfAPicture(ImageRefusal refusal) {
        assertThat(RefusalReason.of(refusal.reason())).isPresent();
    }

    private static void refused(RefusalReason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.getMessage()).endsWith(".");
        });
    }
}
