package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Cone;

/** Makes the rules of attention of the settings. */
final class AttentionSettings {

    private AttentionSettings() {}

    static AttentionRules rules(AggregatorConfig.Attention settings) {
        AggregatorConfig.FurtherPoses further = settings.furtherPoses();
        AggregatorConfig.Eyes eyes = settings.eyes();
        return new AttentionRules(
                new Cone(settings.coneYaw(), settings.conePitch()),
                new AttentionRules.Learning(
                        (int) settings.learning().toSeconds(),
                        (int) settings.adaptation().toSeconds(),
                        settings.drift()),
                new AttentionRules.Further(
                        further.most(),
                        further.visits(),
                        (int) further.visit().toSeconds(),
                        (int) further.total().toSeconds(),
                        (int) further.between().toSeconds(),
                        further.aside(),
                        further.below(),
                        further.above(),
                        further.spread(),
                        further.camera(),
                        further.nearer()),
                new AttentionRules.Lids(
                        eyes.closed(),
                        eyes.closedFor(),
                        eyes.plausible(),
                        eyes.adapting(),
                        eyes.down(),
                        eyes.turn(),
                        eyes.happy(),
                        eyes.mouth(),
                        eyes.slowest()));
    }
}
