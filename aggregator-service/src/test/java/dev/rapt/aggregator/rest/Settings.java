package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings as they are without any. */
final class Settings {

    private Settings() {}

    static AggregatorConfig usual() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(AggregatorConfig.class)
                .build()
                .getConfigMapping(AggregatorConfig.class);
    }
}
