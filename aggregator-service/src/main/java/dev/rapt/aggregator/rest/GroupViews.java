package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.group.GroupFigure;
import dev.rapt.aggregator.group.GroupStep;
import dev.rapt.aggregator.timeline.EngagementRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting of which only groups are shown, as it is written; null says: not told. */
final class GroupViews {

    private GroupViews() {}

    @Schema(name = "GroupTimeline", description = "Of a meeting of which only groups are shown")
    record Timeline(
            @Schema(examples = "biology") String meetingId,
            @Schema(description = "Null for everybody", examples = "front row", nullable = true) Optional<String> group,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:45:00.000Z") Instant to,
            @Schema(examples = "10s") String resolution,
            @Schema(description = "Of fewer people nothing is told", examples = "5") int leastPeople,
            @Schema(description = "To which multiple the published figures are rounded", examples = "0.05")
                    double rounding,
            List<Step> steps) {}

    @Schema(name = "GroupTotal", description = "Of a meeting of which only groups are shown")
    record Total(
            @Schema(examples = "biology") String meetingId,
            @Schema(description = "Null for everybody", nullable = true) Optional<String> group,
            @Schema(examples = "5") int leastPeople,
            @Schema(examples = "0.05") double rounding,
            @JsonUnwrapped Step step) {}

    @Schema(
            name = "GroupStep",
            description = "Means over people, each of whom weighs the same; of several published steps, their mean."
                    + " Expressions are there only where the meeting was declared with them and they are told")
    record Step(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:10.000Z") Instant end,
            @Schema(description = "Some of it isn't published yet", examples = "false") boolean pending,
            @Schema(
                            description = "Too few people counted in it, or so few more than in the groups that the"
                                    + " difference would tell of them: nothing is told",
                            examples = "false")
                    boolean tooFew,
            @Schema(
                            description = "At least so many people in each published step, a multiple of leastPeople;"
                                    + " 0 where nothing is told",
                            examples = "20")
                    int people,
            @Schema(description = "How many published steps are in it", examples = "1") int published,
            @Schema(description = "facing / (facing + not facing + away) seconds", examples = "0.8", nullable = true)
                    Optional<Double> attention,
            @Schema(description = "away / (measured + away) seconds", examples = "0.05", nullable = true)
                    Optional<Double> away,
            @Schema(examples = "0.95", nullable = true) Optional<Double> eyesOpen,
            @Schema(description = "Of the figures here, by the usual weights", examples = "0.845", nullable = true)
                    Optional<Double> engagementIndex,
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
                    @Schema(description = "By their names", examples = "{\"happy\":0.1,\"neutral\":0.9}")
                    Optional<Map<String, Double>> expressions,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) @Schema(examples = "0.15") Optional<Double> expressiveness,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) @Schema(examples = "0.1") Optional<Double> valence,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) @Schema(examples = "0.05") Optional<Double> arousal) {

        static Step of(GroupStep step, EngagementRule rule) {
            return new Step(
                    step.start(),
                    step.end(),
                    step.pending(),
                    step.tooFew(),
                    step.people(),
                    step.published(),
                    Digits.six(step.figure(GroupFigure.ATTENTION)),
                    Digits.six(step.figure(GroupFigure.AWAY)),
                    Digits.six(step.figure(GroupFigure.EYES_OPEN)),
                    Digits.six(step.index(rule)),
                    GroupFields.expressions(step),
                    Digits.six(step.figure(GroupFigure.EXPRESSIVENESS)),
                    Digits.six(step.figure(GroupFigure.VALENCE)),
                    Digits.six(step.figure(GroupFigure.AROUSAL)));
        }
    }

    @Schema(name = "GroupColumns", description = "Of a meeting of which only groups are shown")
    record Columns(
            @Schema(examples = "biology") String meetingId,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:45:00.000Z") Instant to,
            @Schema(examples = "10s") String resolution,
            @Schema(examples = "270") long steps,
            @Schema(examples = "[\"attention\"]") List<String> fields,
            @Schema(examples = "5") int leastPeople,
            @Schema(examples = "0.05") double rounding,
            @Schema(description = "Everybody first, whose name is null, then the declared groups")
                    List<Column> groups) {}

    @Schema(name = "GroupColumn")
    record Column(
            @Schema(examples = "front row", nullable = true) Optional<String> group,
            @Schema(examples = "[20,20]") List<Integer> people,
            @Schema(
                            description = "Of each field one value a step, null where nothing is told",
                            examples = "{\"attention\":[0.8,null]}")
                    Map<String, List<Optional<Double>>> columns) {}
}
