package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.timeline.Engagement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers about the engagement index. */
final class EngagementViews {

    private EngagementViews() {}

    @Schema(
            name = "Engagement",
            description = "A convention, not validated as a measure of engagement: the weighted mean of the components"
                    + " that are known; docs/engagement.md")
    record Index(
            @Schema(description = "0 to 1; null below the least coverage", examples = "0.87", nullable = true)
                    Optional<Double> index,
            @Schema(description = "Of the formula", examples = "1") String version,
            List<Component> components) {

        static Index of(Engagement engagement) {
            return new Index(
                    number(engagement.index()),
                    Engagement.VERSION,
                    engagement.parts().stream()
                            .map(part -> new Component(part.component().text(), part.value(), part.weight()))
                            .toList());
        }
    }

    @Schema(name = "EngagementComponent")
    record Component(
            @Schema(
                            enumeration = {"facing", "eyes", "presence", "speaking", "expressiveness"},
                            examples = "facing")
                    String name,
            @Schema(examples = "0.9") double value,
            @Schema(examples = "0.7") double weight) {}

    static Optional<Double> number(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
