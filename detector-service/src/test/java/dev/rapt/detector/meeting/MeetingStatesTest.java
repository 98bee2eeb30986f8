package dev.rapt.detector.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.ingest.UnpublishedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class MeetingStatesTest {

    private final Partition partition = new Partition();
    private final MeetingStates here = new MeetingStates(partition);
    private final MeetingStates there = new MeetingStates(partition);

    @Test
    void nothingIsKnownBeforeEverythingIsRead() {
        assertThat(here.obstacle()).isPresent();
        here.hindered("No topic.");
        assertThat(here.obstacle()).hasValue("No topic.");
        assertThatThrownBy(
                        () -> here.claimGalleryEpoch("m").toCompletableFuture().join())
                .hasCauseInstanceOf(UnpublishedException.class);

        here.caughtUp();

        // Then a later outage changes nothing
        here.hindered("Kafka is away.");
        assertThat(here.obstacle()).isEmpty();
    }

    @Test
    void anErasureHoldsHereAtOnceAndThereOnceItIsRead() {
        here.erase("m", "test").toCompletableFuture().join();

        assertThat(here.isErased("m")).isTrue();
        assertThat(there.isErased("m")).isFalse();
        partition.deliver(here, there);
        assertThat(there.isErased("m")).isTrue();
        assertThat(there.isErased("n")).isFalse();
    }

    @Test
    void whoeverKeepsSomethingIsToldOnce() {
        // Given
        List<String> told = new ArrayList<>();
        here.erased("before");
        here.onErasure(told::add);

        // When
        here.erase("m", "test").toCompletableFuture().join();
        partition.deliver(here);

        // Then
        assertThat(told).containsExactly("before", "m");
    }

    @Test
    void anErasureThatIsNotAcknowledgedDoesNotHold() {
        partition.away = true;

        assertThatThrownBy(() -> here.erase("m", "test").toCompletableFuture().join())
                .hasCauseInstanceOf(UnpublishedException.class);
        assertThat(here.isErased("m")).isFalse();
    }

    @Test
    void twoWhoClaimAtOnceGetTwoNumbers() {
        // Given both want the same next number
        here.caughtUp();
        there.caughtUp();
        CompletableFuture<Integer> mine = here.claimGalleryEpoch("m").toCompletableFuture();
        CompletableFuture<Integer> theirs = there.claimGalleryEpoch("m").toCompletableFuture();

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
        here.claimed("m", 7, "somebody");
        here.caughtUp();
        CompletableFuture<Integer> mine = here.claimGalleryEpoch("m").toCompletableFuture();

        partition.deliver(here);

        assertThat(mine).isCompletedWithValue(8);
    }

    @Test
    void aClaimThatIsNotAcknowledgedFailsAsUnpublished() {
        here.caughtUp();
        partition.away = true;

        assertThatThrownBy(
                        () -> here.claimGalleryEpoch("m").toCompletableFuture().join())
                .hasCauseInstanceOf(UnpublishedException.class);
    }

    /** One partition that everybody reads when the test says so. */
    private static final class Partition implements StateSink {

        private interface Told {
            void to(StateListener listener);
        }

        private final List<Told> records = new ArrayList<>();
        private int delivered;
        private boolean away;

        @Override
        public CompletionStage<Void> erased(String meetingId, String reason) {
            return append(listener -> listener.erased(meetingId));
        }

        @Override
        public CompletionStage<Void> claim(String meetingId, int epoch, String claim) {
            return append(listener -> listener.claimed(meetingId, epoch, claim));
        }

        private CompletionStage<Void> append(Told record) {
            if (away) {
                return CompletableFuture.failedFuture(new UnpublishedException("away"));
            }
            records.add(record);
            return CompletableFuture.completedFuture(null);
        }

        void deliver(StateListener... listeners) {
            List<Told> fresh = List.copyOf(records.subList(delivered, records.size()));
            delivered = records.size();
            for (Told record : fresh) {
                for (StateListener listener : listeners) {
                    record.to(listener);
                }
            }
        }
    }
}
