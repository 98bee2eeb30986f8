package dev.rapt.aggregator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.AggregatorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MeetingLocksTest {

    private final MeetingLocks locks = new MeetingLocks(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withDefaultValue("rapt.aggregator.writes.patience", "20ms")
            .withMapping(AggregatorConfig.class)
            .build()
            .getConfigMapping(AggregatorConfig.class));

    @Test
    void nobodySaysAnythingOfAMeetingThatSomebodyKeeps() {
        // Given
        MeetingLocks.Held held = locks.meeting("m").orElseThrow();

        // Then
        assertThat(elsewhere(() -> locks.meeting("m"))).isFalse();
        assertThat(elsewhere(() -> locks.participant("m", "ada"))).isFalse();
        held.close();
        assertThat(elsewhere(() -> locks.meeting("m"))).isTrue();
        assertThat(elsewhere(() -> locks.participant("m", "ada"))).isTrue();
    }

    @Test
    void participantsOfAMeetingDoNotWaitForEachOther() {
        // Given
        MeetingLocks.Held held = locks.participant("m", "ada").orElseThrow();

        // Then
        assertThat(elsewhere(() -> locks.participant("m", "bob"))).isTrue();
        assertThat(elsewhere(() -> locks.participant("m", "ada"))).isFalse();
        assertThat(elsewhere(() -> locks.meeting("m"))).isFalse();
        held.close();
        assertThat(elsewhere(() -> locks.participant("m", "ada"))).isTrue();
        assertThat(elsewhere(() -> locks.meeting("m"))).isTrue();
    }

    /** Whether another thread gets it. */
    private static boolean elsewhere(Supplier<Optional<MeetingLocks.Held>> take) {
        return CompletableFuture.supplyAsync(() -> {
                    Optional<MeetingLocks.Held> held = take.get();
                    held.ifPresent(MeetingLocks.Held::close);
                    return held.isPresent();
                })
                .join();
    }
}
