package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.log.Speaking;
import dev.rapt.aggregator.timeline.AttentionSeconds;
import dev.rapt.aggregator.timeline.DisplayedSeconds;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Expression;
import dev.rapt.aggregator.timeline.Figure;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Seconds;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.aggregator.timeline.Track;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Makes answers of what was found: here, and only here, exact integers become shares and means. */
final class ViewMaker {

    private ViewMaker() {}

    static Views.Bucket bucket(Step span, Optional<Speaking> speaking, EngagementRule rule, Shown shown) {
        Tally tally = span.tally();
        Seconds seconds = span.seconds();
        AttentionSeconds attention = span.attention();
        DisplayedSeconds displayed = span.displayed();
        Step spoken = speaking.map(known -> span.speaking(known.spokenMillis(), known.knownMillis()))
                .orElse(span);
        return new Views.Bucket(
                span.start(),
                span.end(),
                tally.frames(),
                tally.measuredFrames(),
                tally.scoredFrames(),
                tally.absentFrames(),
                tally.skippedFrames(),
                seconds.measured(),
                seconds.away(),
                seconds.unmeasured(),
                seconds.coverage(),
                shown.expression(scored(tally, ViewMaker::expressions)),
                shown.expression(scored(tally, ViewMaker::labels)),
                shown.expression(dominant(tally)),
                shown.expression(displayed.last().map(Label::text)),
                shown.expression(displayedShares(displayed)),
                displayed.facing(),
                measured(tally, t -> t.mean(Figure.CONFIDENCE)),
                measured(tally, t -> t.mean(Figure.MOUTH_OPENNESS)),
                measured(tally, t -> t.mean(Figure.EYE_OPENNESS)),
                AttentionViewMaker.facing(attention, AttentionSeconds::facing),
                AttentionViewMaker.facing(attention, AttentionSeconds::notFacing),
                AttentionViewMaker.facing(attention, AttentionSeconds::facingShare),
                attention.eyesKnown(),
                AttentionViewMaker.eyes(attention, AttentionSeconds::eyesClosed),
                AttentionViewMaker.eyes(attention, AttentionSeconds::eyesOpenShare),
                AttentionViewMaker.pose(tally),
                AttentionViewMaker.quality(tally),
                SpeechViews.Spoken.of(speaking),
                shown.expression(EngagementViews.number(span.expressiveness())),
                shown.expression(EngagementViews.number(span.valence())),
                shown.expression(EngagementViews.number(span.arousal())),
                EngagementViews.Index.of(spoken.engagement(rule)));
    }

    static Views.Summary summary(
            String meetingId,
            String participantId,
            Track track,
            Optional<Speaking> speaking,
            EngagementRule rule,
            Shown shown) {
        Step whole = track.whole();
        Tally tally = whole.tally();
        Seconds seconds = whole.seconds();
        AttentionSeconds attention = whole.attention();
        Step spoken = speaking.map(known -> whole.speaking(known.spokenMillis(), known.knownMillis()))
                .orElse(whole);
        return new Views.Summary(
                meetingId,
                participantId,
                tally.frames(),
                tally.measuredFrames(),
                tally.scoredFrames(),
                tally.absentFrames(),
                tally.skippedFrames(),
                track.firstCapturedAt(),
                track.lastCapturedAt(),
                seconds.measured(),
                seconds.away(),
                seconds.unmeasured(),
                seconds.isKnown() ? Optional.of(seconds.presence()) : Optional.empty(),
                shown.expression(scored(tally, ViewMaker::expressions)),
                shown.expression(scored(tally, ViewMaker::labels)),
                shown.expression(dominant(tally)),
                shown.expression(displayedShares(whole.displayed())),
                AttentionViewMaker.facing(attention, AttentionSeconds::facing),
                AttentionViewMaker.facing(attention, AttentionSeconds::notFacing),
                AttentionViewMaker.facing(attention, AttentionSeconds::facingShare),
                attention.eyesKnown(),
                AttentionViewMaker.eyes(attention, AttentionSeconds::eyesClosed),
                AttentionViewMaker.eyes(attention, AttentionSeconds::eyesOpenShare),
                AttentionViewMaker.pose(tally),
                AttentionViewMaker.quality(tally),
                AttentionViewMaker.baseline(track.baseline()),
                SpeechViews.Spoken.of(speaking),
                shown.expression(EngagementViews.number(whole.expressiveness())),
                shown.expression(EngagementViews.number(whole.valence())),
                shown.expression(EngagementViews.number(whole.arousal())),
                EngagementViews.Index.of(spoken.engagement(rule)));
    }

    static Optional<Views.Expressions> expressionsOf(Tally tally) {
        return scored(tally, ViewMaker::expressions);
    }

    static Optional<Views.Labels> labelsOf(Tally tally) {
        return scored(tally, ViewMaker::labels);
    }

    /** The most frequent of the frames' own labels. */
    static Optional<String> dominant(Tally tally) {
        return scored(tally, t -> t.dominant().text());
    }

    private static <T> Optional<T> measured(Tally tally, Function<Tally, T> measure) {
        return tally.measuredSeconds() == 0 ? Optional.empty() : Optional.of(measure.apply(tally));
    }

    private static <T> Optional<T> scored(Tally tally, Function<Tally, T> measure) {
        return tally.scoredSeconds() == 0 ? Optional.empty() : Optional.of(measure.apply(tally));
    }

    private static Views.Expressions expressions(Tally tally) {
        return new Views.Expressions(
                tally.mean(Expression.ANGRY),
                tally.mean(Expression.DISGUST),
                tally.mean(Expression.FEAR),
                tally.mean(Expression.HAPPY),
                tally.mean(Expression.SAD),
                tally.mean(Expression.SURPRISE),
                tally.mean(Expression.NEUTRAL));
    }

    static Optional<Views.Labels> displayedShares(DisplayedSeconds displayed) {
        return displayed.all() == 0 ? Optional.empty() : Optional.of(labels(displayed::share));
    }

    private static Views.Labels labels(Tally tally) {
        return labels(tally::share);
    }

    private static Views.Labels labels(ToDoubleFunction<Label> share) {
        return new Views.Labels(
                share.applyAsDouble(Label.ANGRY),
                share.applyAsDouble(Label.DISGUST),
                share.applyAsDouble(Label.FEAR),
                share.applyAsDouble(Label.HAPPY),
                share.applyAsDouble(Label.SAD),
                share.applyAsDouble(Label.SURPRISE),
                share.applyAsDouble(Label.NEUTRAL),
                share.applyAsDouble(Label.IT_DEPENDS));
    }
}
