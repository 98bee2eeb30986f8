package dev.rapt.detector.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.View;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesAssemblyTest {

    @Test
    void meetingsThatNobodyHasDeclaredAreNotMeasured() {
        assertThat(RulesAssembly.undeclared(config(Map.of()))).isEmpty();
    }

    @Test
    void whereTheyAreAcceptedAttentionIsMeasuredAndConsentAssumed() {
        assertThat(RulesAssembly.undeclared(config(Map.of("accept", "true")))).hasValueSatisfying(terms -> {
            assertThat(terms.signals()).isEqualTo(Signals.ATTENTION);
            assertThat(terms.consent()).isEqualTo(ConsentRule.ASSUMED);
            assertThat(terms.view()).isEqualTo(View.INDIVIDUAL);
            assertThat(terms.pseudonymous()).isFalse();
        });
        assertThat(RulesAssembly.undeclared(
                        config(Map.of("accept", "true", "signals", "attention+expression", "consent", "explicit"))))
                .hasValueSatisfying(terms -> {
                    assertThat(terms.signals()).isEqualTo(Signals.ATTENTION_AND_EXPRESSION);
                    assertThat(terms.consent()).isEqualTo(ConsentRule.EXPLICIT);
                });
    }

    @Test
    void aSettingThatIsNoneIsNamed() {
        assertThatThrownBy(() -> RulesAssembly.undeclared(config(Map.of("accept", "true", "signals", "smiles"))))
                .hasMessage("rapt.detector.undeclared.signals is smiles; it must be attention or"
                        + " attention+expression.");
        assertThatThrownBy(() -> RulesAssembly.undeclared(config(Map.of("accept", "true", "consent", "maybe"))))
                .hasMessage("rapt.detector.undeclared.consent is maybe; it must be assumed or explicit.");
    }

    private static DetectorConfig.Undeclared config(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("rapt.detector.undeclared." + name, value));
        return new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withMapping(DetectorConfig.class)
                .build()
                .getConfigMapping(DetectorConfig.class)
                .undeclared();
    }
}
