package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Seconds;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Tally;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What several people's time comes to. */
final class PooledViews {

    private PooledViews() {}

    @Schema(
            name = "PooledBucket",
            description = "A step of several people: seconds are of all of them together, means over all their seconds")
    record Bucket(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:10.000Z") Instant end,
            @Schema(description = "Participants of whom something is known in this step", examples = "7") long people,
            @Schema(examples = "140") long frames,
            @Schema(examples = "133") long measuredFrames,
            @Schema(examples = "133") long scoredFrames,
            @Schema(examples = "7") long absentFrames,
            @Schema(examples = "0") long skippedFrames,
            @Schema(examples = "68") long measuredSeconds,
            @Schema(examples = "2") long awaySeconds,
            @Schema(examples = "0") long unmeasuredSeconds,
            @Schema(examples = "1") double coverage,
            @Schema(nullable = true) @OfExpression Optional<Views.Expressions> expressions,
            @Schema(nullable = true) @OfExpression Optional<Views.Labels> labels,
            @Schema(examples = "neutral", nullable = true) @OfExpression Optional<String> dominant,
            @Schema(nullable = true) @OfExpression Optional<Views.Labels> displayedShares,
            @Schema(nullable = true) Optional<Long> facingSeconds,
            @Schema(nullable = true) Optional<Long> notFacingSeconds,
            @Schema(examples = "0.8", nullable = true) Optional<Double> facing,
            @Schema(examples = "60") long eyesKnownSeconds,
            @Schema(nullable = true) Optional<Long> eyesClosedSeconds,
            @Schema(examples = "1", nullable = true) Optional<Double> eyesOpen,
            @Schema(
                            description = "Of the people's time of which it is known who speaks",
                            examples = "0.14",
                            nullable = true)
                    Optional<Double> speakingShare,
            @Schema(examples = "9.8", nullable = true) Optional<Double> speakingSeconds,
            @Schema(examples = "0.12", nullable = true) @OfExpression Optional<Double> expressiveness,
            @Schema(examples = "0.08", nullable = true) @OfExpression Optional<Double> valence,
            @Schema(examples = "0.05", nullable = true) @OfExpression Optional<Double> arousal,
            EngagementViews.Index engagement) {}

    static Bucket of(Step step, EngagementRule rule, Shown shown) {
        Tally tally = step.tally();
        Seconds seconds = step.seconds();
        var attention = step.attention();
        return new Bucket(
                step.start(),
                step.end(),
                step.people(),
                tally.frames(),
                tally.measuredFrames(),
                tally.scoredFrames(),
                tally.absentFrames(),
                tally.skippedFrames(),
                seconds.measured(),
                seconds.away(),
                seconds.unmeasured(),
                seconds.coverage(),
                shown.expression(ViewMaker.expressionsOf(tally)),
                shown.expression(ViewMaker.labelsOf(tally)),
                shown.expression(ViewMaker.dominant(tally)),
                shown.expression(ViewMaker.displayedShares(step.displayed())),
                AttentionViewMaker.facing(attention, a -> a.facing()),
                AttentionViewMaker.facing(attention, a -> a.notFacing()),
                AttentionViewMaker.facing(attention, a -> a.facingShare()),
                attention.eyesKnown(),
                AttentionViewMaker.eyes(attention, a -> a.eyesClosed()),
                AttentionViewMaker.eyes(attention, a -> a.eyesOpenShare()),
                EngagementViews.number(step.number(Field.SPEAKING_SHARE, rule)),
                EngagementViews.number(step.number(Field.SPEAKING_SECONDS, rule)),
                shown.expression(EngagementViews.number(step.expressiveness())),
                shown.expression(EngagementViews.number(step.valence())),
                shown.expression(EngagementViews.number(step.arousal())),
                EngagementViews.Index.of(step.engagement(rule)));
    }
}
