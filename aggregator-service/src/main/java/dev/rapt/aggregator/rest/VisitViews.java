package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.report.Visit;
import dev.rapt.aggregator.timeline.Absence;
import dev.rapt.aggregator.timeline.AttentionSeconds;
import dev.rapt.aggregator.timeline.Seconds;
import dev.rapt.aggregator.timeline.Step;
import dev.rapt.aggregator.timeline.Tally;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit as it is written; null says: not known. */
final class VisitViews {

    static final String STATEMENT =
            "An estimate of what a face visibly did, from pictures of a camera. It is no diagnosis,"
                    + " says nothing of what the person felt, and isn't validated for any medical use.";

    private static final List<String> THIRDS = List.of("beginning", "middle", "end");

    private VisitViews() {}

    @Schema(
            name = "Visit",
            description = "One person's time in a meeting, as a telehealth page could show it; no diagnosis")
    record Answer(
            @Schema(examples = "visit-17") String meetingId,
            @Schema(examples = "patient") String participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @JsonSerialize(using = Millis.class) Instant from,
            @JsonSerialize(using = Millis.class) Instant to,
            Time time,
            @Schema(
                            description = "The share of the seconds with a displayed label in which each was displayed,"
                                    + " it-depends among them",
                            nullable = true)
                    @OfExpression
                    Optional<Views.Labels> displayedShares,
            @Schema(description = "-1 to 1: how pleasant such faces are called", examples = "0.1", nullable = true)
                    @OfExpression
                    Optional<Double> valence,
            @Schema(description = "-1 to 1: how aroused such faces are called", examples = "0.05", nullable = true)
                    @OfExpression
                    Optional<Double> arousal,
            @Schema(description = "How much else than a neutral face", examples = "0.2", nullable = true) @OfExpression
                    Optional<Double> expressiveness,
            @Schema(description = "The beginning, the middle and the end") List<Third> thirds,
            @Schema(description = "Null where no bot tells of speech", nullable = true)
                    Optional<SpeechViews.Spoken> speaking,
            Facing facing,
            @Schema(description = "Null when the person was always there", nullable = true) Optional<Away> longestAway,
            NotMeasured notMeasured,
            @Schema(examples = STATEMENT) String statement) {}

    @Schema(name = "VisitTime", description = "In seconds, from the first frame to the last")
    record Time(
            @Schema(examples = "1800") long seconds,
            @Schema(examples = "1700") long seen,
            @Schema(examples = "60") long away,
            @Schema(description = "Nothing is claimed about them", examples = "40") long unmeasured,
            @Schema(examples = "0.977778") double coverage) {

        static Time of(Seconds seconds) {
            return new Time(
                    seconds.all(), seconds.measured(), seconds.away(), seconds.unmeasured(), seconds.coverage());
        }
    }

    @Schema(name = "VisitThird")
    record Third(
            @Schema(
                            enumeration = {"beginning", "middle", "end"},
                            examples = "beginning")
                    String part,
            @JsonSerialize(using = Millis.class) Instant from,
            @JsonSerialize(using = Millis.class) Instant to,
            @Schema(description = "Of the face's expressions", examples = "0.1", nullable = true) @OfExpression
                    Optional<Double> valence,
            @Schema(examples = "0.98") double coverage) {}

    @Schema(name = "VisitFacing")
    record Facing(
            @Schema(examples = "1500", nullable = true) Optional<Long> seconds,
            @Schema(examples = "200", nullable = true) Optional<Long> notFacingSeconds,
            @Schema(examples = "0.882353", nullable = true) Optional<Double> share) {}

    @Schema(name = "VisitAway", description = "Steps of 5 s that follow each other, with nobody there in each")
    record Away(
            @JsonSerialize(using = Millis.class) Instant start,
            @JsonSerialize(using = Millis.class) Instant end,
            @Schema(description = "Those of them in which nobody was there", examples = "42") long seconds) {}

    @Schema(name = "VisitNotMeasured", description = "What could not be measured, and why")
    record NotMeasured(
            @Schema(description = "Frames without a face that was measured, by the reason", examples = "{\"dark\":12}")
                    Map<String, Long> frames,
            @Schema(
                            description = "Frames whose face was turned too far, or whose expression wasn't wanted",
                            examples = "4")
                    @OfExpression
                    Optional<Long> framesWithoutExpression,
            @Schema(description = "Frames left out before they were looked at", examples = "0") long skippedFrames,
            @Schema(description = "Seconds with a face of which it isn't known where it was turned", examples = "0")
                    long secondsWithoutDirection,
            @Schema(
                            description = "Seconds with a face in which it can't be told whether the eyes were closed:"
                                    + " turned away, looking down or smiling",
                            examples = "310")
                    long secondsWithoutEyes,
            @Schema(description = "No bot tells of speech") boolean speechUnknown) {

        static NotMeasured of(Step whole, boolean speechUnknown, Shown shown) {
            Tally tally = whole.tally();
            AttentionSeconds attention = whole.attention();
            long measured = whole.seconds().measured();
            Map<String, Long> frames = new LinkedHashMap<>();
            for (Absence reason : Absence.values()) {
                if (tally.absentFrames(reason) > 0) {
                    frames.put(Digits.text(reason), tally.absentFrames(reason));
                }
            }
            return new NotMeasured(
                    frames,
                    shown.expression(Optional.of(tally.measuredFrames() - tally.scoredFrames())),
                    tally.skippedFrames(),
                    measured - attention.facing() - attention.notFacing(),
                    measured - attention.eyesKnown(),
                    speechUnknown);
        }
    }

    static Facing facing(AttentionSeconds attention) {
        return new Facing(
                AttentionViewMaker.facing(attention, AttentionSeconds::facing),
                AttentionViewMaker.facing(attention, AttentionSeconds::notFacing),
                AttentionViewMaker.facing(attention, AttentionSeconds::facingShare));
    }

    static List<Third> thirds(Visit visit, Shown shown) {
        return IntStream.range(0, visit.thirds().size())
                .mapToObj(part -> third(THIRDS.get(part), visit.thirds().get(part), shown))
                .toList();
    }

    private static Third third(String part, Step step, Shown shown) {
        return new Third(
                part,
                step.start(),
                step.end(),
                shown.expression(Digits.six(step.valence())),
                step.seconds().coverage());
    }
}
