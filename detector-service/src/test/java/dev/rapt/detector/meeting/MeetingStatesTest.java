package dev.rapt.detector.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.meeting.Admission;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Purpose;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.RuleMessages;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.Terms;
import dev.rapt.meeting.View;
import dev.rapt.meeting.policy.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class MeetingStatesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final Partition partition = new Partition();
    private final Replica here = new Replica();
    private final Replica there = new Replica();

    @Test
    void nothingIsKnownBeforeEverythingIsRead() {
        assertThat(here.states.obstacle()).isPresent();
        here.book.hindered("No topic.");
        assertThat(here.states.obstacle()).hasValue("No topic.");
        assertThatThrownBy(() -> here.claim().join()).hasCauseInstanceOf(UnpublishedException.class);

        here.book.caughtUp();

        // Then a later outage changes nothing
        here.book.hindered("Kafka is away.");
        assertThat(here.states.obstacle()).isEmpty();
    }

    @Test
    void anErasureHoldsHereAtOnceAndThereOnceItIsRead() {
        here.erase().join();

        assertThat(here.states.isErased("m")).isTrue();
        assertThat(there.states.isErased("m")).isFalse();
        partition.deliver(here, there);
        assertThat(there.states.isErased("m")).isTrue();
        assertThat(there.states.isErased("n")).isFalse();
    }

    @Test
    void aMarkThatIsTakenBackHoldsNoMoreWhereItWasMade() {
        here.erase().join();
        partition.deliver(here);

        here.book.told(Keys.ofErasure("m"), Optional.empty());

        assertThat(here.states.isErased("m")).isFalse();
    }

    @Test
    void whoeverKeepsSomethingIsToldOnceItHolds() {
        // Given
        List<Boolean> erased = new ArrayList<>();
        here.states.onNarrowing(meetingId -> erased.add(here.states.isErased(meetingId)));

        // When
        here.erase().join();
        partition.deliver(here);

        // Then
        assertThat(erased).isNotEmpty().containsOnly(true);
    }

    @Test
    void anErasureThatIsNotAcknowledgedDoesNotHold() {
        partition.away = true;

        assertThatThrownBy(() -> here.erase().join()).hasCauseInstanceOf(UnpublishedException.class);
        assertThat(here.states.isErased("m")).isFalse();
    }

    @Test
    void onlyWhoHasAgreedPassesAMeetingThatAsks() {
        // Given
        ParticipantKey ada = new ParticipantKey("m", "ada");
        assertThat(here.states.objection("m")).hasValue(Refusal.MEETING_UNDECLARED);
        assertThat(here.states.standing(ada, 0)).hasValue(Refusal.MEETING_UNDECLARED);

        // When
        here.declare(Signals.ATTENTION, false);
        assertThat(here.states.objection("m")).isEmpty();
        assertThat(here.states.standing(ada, 0)).hasValue(Refusal.CONSENT_MISSING);
        here.say("ada", true);

        // Then
        assertThat(here.states.admit("m", "ada", 0)).isEqualTo(new Admission.Admitted("ada", Signals.ATTENTION));
        assertThat(here.states.standing(ada, 0)).isEmpty();
        assertThat(here.states.signals("m")).isEqualTo(Signals.ATTENTION);
        here.say("ada", false);
        assertThat(here.states.standing(ada, 0)).hasValue(Refusal.CONSENT_WITHDRAWN);
    }

    @Test
    void withoutTheKeyNothingIsAddedToAPseudonymAnyMore() {
        // Given
        byte[] key = Pseudonyms.newKey();
        String pseudonym = new Pseudonyms(key).of("ada");
        here.declare(Signals.ATTENTION, true);
        here.book.told(Keys.ofPseudonymKey("m"), Optional.of(RuleMessages.pseudonymKey("m", key, NOW)));
        here.say(pseudonym, true);
        assertThat(here.states.admit("m", "ada", 0)).isEqualTo(new Admission.Admitted(pseudonym, Signals.ATTENTION));
        assertThat(here.states.standing(new ParticipantKey("m", pseudonym), 0)).isEmpty();
        // Whoever was taken in before that was known
        assertThat(here.states.standing(new ParticipantKey("m", "ada"), 0)).hasValue(Refusal.MEETING_UNDECLARED);

        // When
        here.book.told(Keys.ofPseudonymKey("m"), Optional.empty());

        // Then also of what was admitted before
        assertThat(here.states.standing(new ParticipantKey("m", pseudonym), 0)).hasValue(Refusal.PSEUDONYM_KEY_DELETED);
    }

    @Test
    void twoWhoClaimAtOnceGetTwoNumbers() {
        // Given both want the same next number
        here.book.caughtUp();
        there.book.caughtUp();
        CompletableFuture<Integer> mine = here.claim();
        CompletableFuture<Integer> theirs = there.claim();

        // When both read who was first, and the loser has tried the next
        partition.deliver(there, here);
        assertThat(mine).isCompletedWithValue(1);
        assertThat(theirs).isNotDone();
        partition.deliver(there, here);

        // Then
        assertThat(theirs).isCompletedWithValue(2);
    }

    @Test
    void numbersGoOnFromWhatCompactionHasLeft() {
        here.states.claimed("m", 7, "somebody");
        here.book.caughtUp();
        CompletableFuture<Integer> mine = here.claim();

        partition.deliver(here);

        assertThat(mine).isCompletedWithValue(8);
    }

    @Test
    void aClaimThatIsNotAcknowledgedFailsAsUnpublished() {
        here.book.caughtUp();
        partition.away = true;

        assertThatThrownBy(() -> here.claim().join()).hasCauseInstanceOf(UnpublishedException.class);
    }

    /** What one process knows. */
    private final class Replica {
        private final MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
        private final MeetingStates states = new MeetingStates(partition, book);

        CompletableFuture<Void> erase() {
            return states.erase("m", "test").toCompletableFuture();
        }

        CompletableFuture<Integer> claim() {
            return states.claimGalleryEpoch("m").toCompletableFuture();
        }

        void declare(Signals signals, boolean pseudonymous) {
            Declared.Builder declared = Declared.newBuilder();
            RuleMessages.put(
                    new Terms(Purpose.RESEARCH, "DE", signals, ConsentRule.EXPLICIT, View.INDIVIDUAL, pseudonymous, ""),
                    declared);
            MeetingState state = MeetingState.newBuilder()
                    .setMeetingId("m")
                    .setDeclared(declared)
                    .build();
            book.told(Keys.ofDeclaration("m"), Optional.of(state));
        }

        void say(String participantId, boolean given) {
            Consent consent = new Consent(participantId, given, "2026-11", "de", Optional.empty(), NOW);
            book.told(Keys.ofConsent("m", participantId), Optional.of(RuleMessages.of("m", consent)));
        }
    }

    /** One partition that everybody reads when the test says so. */
    private static final class Partition implements StateWriter {

        private interface Told {
            void to(Replica replica);
        }

        private final List<Told> records = new ArrayList<>();
        private int delivered;
        private boolean away;

        @Override
        public CompletionStage<Void> erased(String meetingId, String reason) {
            MeetingState state = MeetingState.newBuilder()
                    .setMeetingId(meetingId)
                    .setErased(Erased.newBuilder().setReason(reason))
                    .build();
            return append(replica -> replica.book.told(Keys.ofErasure(meetingId), Optional.of(state)));
        }

        @Override
        public CompletionStage<Void> claim(String meetingId, int epoch, String claim) {
            return append(replica -> replica.states.claimed(meetingId, epoch, claim));
        }

        private CompletionStage<Void> append(Told record) {
            if (away) {
                return CompletableFuture.failedFuture(new UnpublishedException("away"));
            }
            records.add(record);
            return CompletableFuture.completedFuture(null);
        }

        void deliver(Replica... replicas) {
            List<Told> fresh = List.copyOf(records.subList(delivered, records.size()));
            delivered = records.size();
            for (Told record : fresh) {
                for (Replica replica : replicas) {
                    record.to(replica);
                }
            }
        }
    }
}
