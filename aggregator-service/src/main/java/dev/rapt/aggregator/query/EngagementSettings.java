package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.timeline.Engagement.Component;
import dev.rapt.aggregator.timeline.EngagementRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes the rule of the engagement index of the settings. */
@ApplicationScoped
class EngagementSettings {

    @Produces
    @Singleton
    EngagementRule rule(AggregatorConfig config) {
        AggregatorConfig.Engagement settings = config.engagement();
        return new EngagementRule(
                Map.of(
                        Component.FACING, settings.facing(),
                        Component.EYES, settings.eyes(),
                        Component.PRESENCE, settings.presence(),
                        Component.SPEAKING, settings.speaking(),
                        Component.EXPRESSIVENESS, settings.expressiveness()),
                settings.leastCoverage());
    }
}
