package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapt.aggregator.log.MeetingSpeech;
import dev.rapt.aggregator.report.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The moments of a meeting as they are written. */
final class MomentViews {

    private MomentViews() {}

    @Schema(name = "MeetingMoments")
    record Answer(
            @Schema(examples = "standup") String meetingId,
            @JsonSerialize(using = Millis.class) Instant from,
            @JsonSerialize(using = Millis.class) Instant to,
            @JsonUnwrapped All moments) {}

    @Schema(name = "Moments", description = "Where a meeting stood out from itself")
    record All(
            @Schema(description = "In order of time") List<Extreme> extremes,
            @OfExpression @Schema(description = "In order of time; not where expressions aren't shown")
                    List<Together> smiledTogether) {

        static All of(Moments moments, MeetingSpeech speech, Shown shown) {
            return new All(
                    moments.extremes().stream().map(Extreme::of).toList(),
                    shown.expression(moments.together().stream()
                            .map(together -> Together.of(together, speech))
                            .toList()));
        }
    }

    @Schema(name = "Moment", description = "A peak or a dip of all together, smoothed over 15 s")
    record Extreme(
            @Schema(
                            enumeration = {"engagementIndex", "smiling"},
                            examples = "smiling")
                    String measure,
            @Schema(
                            enumeration = {"peak", "dip"},
                            examples = "peak")
                    String kind,
            @JsonSerialize(using = Millis.class) @Schema(description = "Its middle") Instant at,
            @JsonSerialize(using = Millis.class) @Schema(description = "Where it is half way") Instant start,
            @JsonSerialize(using = Millis.class) Instant end,
            @Schema(examples = "0.62") double value,
            @Schema(description = "Robust standard deviations from the meeting's median", examples = "5.1")
                    double score,
            @Schema(description = "How far it stands out from what is around it", examples = "0.4") double prominence) {

        static Extreme of(Moments.Extreme extreme) {
            return new Extreme(
                    extreme.series() == Moments.Series.SMILING ? "smiling" : "engagementIndex",
                    extreme.isPeak() ? "peak" : "dip",
                    extreme.at(),
                    extreme.start(),
                    extreme.end(),
                    Digits.six(extreme.value()),
                    Digits.six(extreme.score()),
                    Digits.six(extreme.prominence()));
        }
    }

    @Schema(name = "SmiledTogether")
    record Together(
            @JsonSerialize(using = Millis.class) Instant start,
            @JsonSerialize(using = Millis.class) Instant end,
            @Schema(examples = "15") long seconds,
            @Schema(description = "Those who were displayed as happy the longest first") List<Smiler> participants) {

        static Together of(Moments.SmilesTogether together, MeetingSpeech speech) {
            return new Together(
                    together.start(),
                    together.end(),
                    Duration.between(together.start(), together.end()).toSeconds(),
                    together.seconds().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(one -> new Smiler(
                                    one.getKey(),
                                    speech.attendance(one.getKey()).name(),
                                    one.getValue()))
                            .toList());
        }
    }

    @Schema(name = "Smiler")
    record Smiler(
            @Schema(examples = "ada") String participantId,
            @Schema(examples = "Ada", nullable = true) Optional<String> name,
            @Schema(description = "Displayed as happy", examples = "12") long seconds) {}
}
