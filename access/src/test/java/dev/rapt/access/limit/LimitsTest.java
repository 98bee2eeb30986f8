package dev.rapt.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.access.Caller;
import dev.rapt.access.Role;
import dev.rapt.access.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;

    @Test
    void aBotThatSendsFiveHundredFramesASecondIsNeverHeldUp() {
        Rates rates = rates(Map.of());
        Caller bot = caller("bot", OptionalInt.empty());

        for (int i = 0; i < 60 * 500; i++) {
            assertThat(rates.wait(bot)).isEmpty();
            now += SECOND / 500;
        }
    }

    @Test
    void whoeverAsksFasterWaitsAndNobodyElseDoes() {
        Rates rates = rates(Map.of("rapt.access.limits.burst", "1s"));
        Caller fast = caller("fast", OptionalInt.of(10));
        Caller other = caller("other", OptionalInt.of(10));

        for (int i = 0; i < 10; i++) {
            assertThat(rates.wait(fast)).isEmpty();
        }
        assertThat(rates.wait(fast).orElseThrow().toMillis()).isBetween(99L, 101L);
        assertThat(rates.wait(other)).isEmpty();

        now += SECOND / 10;
        assertThat(rates.wait(fast)).isEmpty();
        assertThat(rates.wait(fast)).isPresent();
    }

    @Test
    void anAddressThatIsWrongTooOftenWaitsAMinuteAtMost() {
        Rates rates = rates(Map.of("rapt.access.limits.failures-per-minute", "3"));

        for (int i = 0; i < 3; i++) {
            assertThat(rates.mayBeWrong("10.0.0.1")).isTrue();
            rates.wasWrong("10.0.0.1");
        }
        assertThat(rates.mayBeWrong("10.0.0.1")).isFalse();
        assertThat(rates.mayBeWrong("10.0.0.2")).isTrue();

        now += 60 * SECOND;
        assertThat(rates.mayBeWrong("10.0.0.1")).isTrue();
    }

    @Test
    void strangersCantFillTheMemory() {
        Recent<Integer, Integer> recent = new Recent<>(100);

        for (int i = 0; i < 10_000; i++) {
            recent.get(i, key -> key);
        }

        assertThat(recent.size()).isEqualTo(100);
    }

    @Test
    void aCallerHasSoManyStreamsAndNoMore() {
        OpenConnections open = new OpenConnections(Settings.of(Map.of()).limits());
        Caller two =
                new Caller("two", Set.of(Role.VIEWER), "", Optional.empty(), OptionalInt.empty(), OptionalInt.of(2));

        assertThat(open.open(two, "a", () -> {})).isTrue();
        assertThat(open.open(two, "a", () -> {})).isTrue();
        assertThat(open.open(two, "b", () -> {})).isTrue();
        assertThat(open.open(two, "c", () -> {})).isFalse();
        assertThat(open.open(caller("other", OptionalInt.empty()), "c", () -> {}))
                .isTrue();

        open.ended(two, "a");
        open.ended(two, "a");
        assertThat(open.count("two")).isEqualTo(1);
        assertThat(open.open(two, "c", () -> {})).isTrue();
    }

    @Test
    void whoseTokenIsTakenBackIsCutOff() {
        OpenConnections open = new OpenConnections(Settings.of(Map.of()).limits());
        List<String> cut = new ArrayList<>();
        open.open(caller("ada", OptionalInt.empty()), "a", () -> cut.add("a"));
        open.open(caller("bob", OptionalInt.empty()), "b", () -> cut.add("b"));

        int ended = open.endThose(caller -> caller.name().equals("ada"));

        assertThat(ended).isEqualTo(1);
        assertThat(cut).containsExactly("a");
    }

    private Rates rates(Map<String, String> settings) {
        return new Rates(Settings.of(settings).limits(), () -> now);
    }

    private static Caller caller(String name, OptionalInt rate) {
        return new Caller(name, Set.of(Role.INGEST), "", Optional.empty(), rate, OptionalInt.empty());
    }
}
