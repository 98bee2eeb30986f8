package dev.rapt.classifier;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration with its defaults, and what a test sets otherwise. */
public final class TestConfig {

    private TestConfig() {}

    public static ClassifierConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ClassifierConfig.class)
                .withConverters(new org.eclipse.microprofile.config.spi.Converter<?>[] {
                    new io.quarkus.runtime.configuration.DurationConverter(),
                    new io.quarkus.runtime.configuration.MemorySizeConverter()
                })
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ClassifierConfig.class);
    }

    public static ClassifierConfig defaults() {
        return with(Map.of());
    }
}
