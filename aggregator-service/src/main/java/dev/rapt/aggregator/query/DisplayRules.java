package dev.rapt.aggregator.query;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.display.DisplaySettings;
import dev.rapt.display.Priors;

/** Makes the display's settings of this service's. */
final class DisplayRules {

    private DisplayRules() {}

    static DisplaySettings of(AggregatorConfig.Display settings) {
        Priors priors = new Priors(
                settings.trainingPrior().orElse(Priors.FER2013),
                settings.usePrior().orElse(Priors.MEETING));
        return DisplaySettings.DEFAULT.withPriors(priors);
    }
}
