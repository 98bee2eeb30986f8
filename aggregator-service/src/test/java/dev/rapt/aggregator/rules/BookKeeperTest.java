package dev.rapt.aggregator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.meeting.policy.BadPolicyException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy is made when the service starts, so a start without one that can be used is no start. */
class BookKeeperTest {

    @TempDir
    Path directory;

    @Test
    void usesTheFileThatIsConfigured() throws Exception {
        Path file = Files.writeString(
                directory.resolve("ours.yaml"),
                "version: ours\nrules:\n  - {purposes: [\"*\"], regions: [\"*\"], signals: attention, reason: None}");

        assertThat(new BookKeeper().policy(config(Map.of())).version()).isEqualTo("2026-11");
        assertThat(new BookKeeper()
                        .policy(config(Map.of("rapt.meetings.policy", file.toString())))
                        .version())
                .isEqualTo("ours");
    }

    @Test
    void doesNotStartWithoutOneThatCanBeUsed() throws Exception {
        Path file = Files.writeString(directory.resolve("ours.yaml"), "version: ours");

        assertThatThrownBy(() -> new BookKeeper().policy(config(Map.of("rapt.meetings.policy", file.toString()))))
                .isInstanceOf(BadPolicyException.class)
                .hasMessage("The policy " + file + " can't be used: it has no rules");
    }

    private static MeetingsConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(MeetingsConfig.class)
                .build()
                .getConfigMapping(MeetingsConfig.class);
    }
}
