package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.attention.AttentionRules;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The rules of attention as they are without any setting. */
public final class Rules {

    private static final AttentionRules USUAL = AttentionSettings.rules(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(AggregatorConfig.class)
            .build()
            .getConfigMapping(AggregatorConfig.class)
            .attention());

    private Rules() {}

    public static AttentionRules usual() {
        return USUAL;
    }
}
