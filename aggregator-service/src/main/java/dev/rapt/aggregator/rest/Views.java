package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers as they are written. Shares and means are between 0 and 1 and have six digits; null says: no measure. */
final class Views {

    private Views() {}

    @Schema(name = "Timeline")
    record Timeline(
            @Schema(examples = "standup") String meetingId,
            @Schema(examples = "ada") String participantId,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant from,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:01:10.000Z") Instant to,
            @Schema(examples = "10s") String resolution,
            AttentionViews.Baseline baseline,
            List<Bucket> buckets) {}

    @Schema(name = "Bucket", description = "One step of a timeline; without a measured frame its measures are null")
    record Bucket(
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.000Z") Instant start,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:10.000Z") Instant end,
            @Schema(examples = "20") long frames,
            @Schema(description = "Frames with a face", examples = "19") long measuredFrames,
            @Schema(description = "Those of them whose expression was estimated", examples = "19") long scoredFrames,
            @Schema(examples = "1") long absentFrames,
            @Schema(description = "Frames reported as skipped, not among frames", examples = "0") long skippedFrames,
            @Schema(examples = "10") long measuredSeconds,
            @Schema(description = "A usable picture and nobody in it for 3 s or more", examples = "0") long awaySeconds,
            @Schema(description = "Nothing is claimed about them", examples = "0") long unmeasuredSeconds,
            @Schema(description = "(measured + away) / all seconds", examples = "1") double coverage,
            @Schema(nullable = true) @OfExpression Optional<Expressions> expressions,
            @Schema(nullable = true) @OfExpression Optional<Labels> labels,
            @Schema(examples = "neutral", nullable = true) @OfExpression Optional<String> dominant,
            @Schema(
                            description = "The label displayed last in this step: smoothed, and steady on a calm face",
                            examples = "neutral",
                            nullable = true)
                    @OfExpression
                    Optional<String> displayed,
            @Schema(description = "The share of the seconds with a label in which each was displayed", nullable = true)
                    @OfExpression
                    Optional<Labels> displayedShares,
            @Schema(
                            description =
                                    "Whether the person was displayed as facing last in this step: smoothed, so that a"
                                            + " glance doesn't flip it; null without a pose",
                            examples = "true",
                            nullable = true)
                    Optional<Boolean> displayedFacing,
            @Schema(examples = "0.98", nullable = true) Optional<Double> confidence,
            @Schema(examples = "0.08", nullable = true) Optional<Double> mouthOpenness,
            @Schema(examples = "0.29", nullable = true) Optional<Double> eyeOpenness,
            @Schema(
                            description = "Seconds turned within the person's own calm head pose; null without a pose",
                            examples = "8",
                            nullable = true)
                    Optional<Long> facingSeconds,
            @Schema(description = "Seconds turned elsewhere; null without a pose", examples = "2", nullable = true)
                    Optional<Long> notFacingSeconds,
            @Schema(description = "facing / (facing + notFacing) seconds", examples = ".8", nullable = true)
                    Optional<Double> facing,
            @Schema(
                            description = "Seconds in which it could be told whether the eyes were closed: facing,"
                                    + " not looking down, not smiling",
                            examples = "9")
                    long eyesKnownSeconds,
            @Schema(
                            description = "Those of them in which the eyes were closed for longer than a blink",
                            examples = "0",
                            nullable = true)
                    Optional<Long> eyesClosedSeconds,
            @Schema(description = "(eyesKnown - eyesClosed) / eyesKnown seconds", examples = "1", nullable = true)
                    Optional<Double> eyesOpen,
            @Schema(nullable = true) Optional<AttentionViews.HeadPose> pose,
            @Schema(nullable = true) Optional<AttentionViews.Quality> quality,
            @Schema(description = "Null where no bot says anything", nullable = true)
                    Optional<SpeechViews.Spoken> speaking,
            @Schema(
                            description = "One less the mean probability of a neutral face, corrected by the priors",
                            examples = "0.12",
                            nullable = true)
                    @OfExpression
                    Optional<Double> expressiveness,
            @Schema(description = "How pleasant such a face is called, -1 to 1", examples = "0.08", nullable = true)
                    @OfExpression
                    Optional<Double> valence,
            @Schema(description = "How aroused such a face is called, -1 to 1", examples = "0.05", nullable = true)
                    @OfExpression
                    Optional<Double> arousal,
            EngagementViews.Index engagement) {}

    @Schema(name = "Summary")
    record Summary(
            @Schema(examples = "standup") String meetingId,
            @Schema(examples = "ada") String participantId,
            @Schema(examples = "120") long frames,
            @Schema(description = "Frames with a face", examples = "118") long measuredFrames,
            @Schema(description = "Those of them whose expression was estimated", examples = "118") long scoredFrames,
            @Schema(examples = "2") long absentFrames,
            @Schema(examples = "0") long skippedFrames,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:00:00.120Z") Instant firstCapturedAt,
            @JsonSerialize(using = Millis.class) @Schema(examples = "2026-01-05T10:01:00.080Z") Instant lastCapturedAt,
            @Schema(examples = "60") long measuredSeconds,
            @Schema(examples = "0") long awaySeconds,
            @Schema(examples = "0") long unmeasuredSeconds,
            @Schema(description = "measured / (measured + away) seconds", examples = "1", nullable = true)
                    Optional<Double> presence,
            @Schema(nullable = true) @OfExpression Optional<Expressions> expressions,
            @Schema(nullable = true) @OfExpression Optional<Labels> labels,
            @Schema(examples = "neutral", nullable = true) @OfExpression Optional<String> dominant,
            @Schema(description = "The share of the seconds with a label in which each was displayed", nullable = true)
                    @OfExpression
                    Optional<Labels> displayedShares,
            @Schema(
                            description = "Seconds turned within the person's own calm head pose; null without a pose",
                            examples = "51",
                            nullable = true)
                    Optional<Long> facingSeconds,
            @Schema(description = "Seconds turned elsewhere; null without a pose", examples = "9", nullable = true)
                    Optional<Long> notFacingSeconds,
            @Schema(description = "facing / (facing + notFacing) seconds", examples = "0.85", nullable = true)
                    Optional<Double> facing,
            @Schema(
                            description = "Seconds in which it could be told whether the eyes were closed: facing,"
                                    + " not looking down, not smiling",
                            examples = "52")
                    long eyesKnownSeconds,
            @Schema(
                            description = "Those of them in which the eyes were closed for longer than a blink",
                            examples = "0",
                            nullable = true)
                    Optional<Long> eyesClosedSeconds,
            @Schema(description = "(eyesKnown - eyesClosed) / eyesKnown seconds", examples = "1", nullable = true)
                    Optional<Double> eyesOpen,
            @Schema(nullable = true) Optional<AttentionViews.HeadPose> pose,
            @Schema(nullable = true) Optional<AttentionViews.Quality> quality,
            AttentionViews.Baseline baseline,
            @Schema(description = "Over the whole meeting; null where no bot says anything", nullable = true)
                    Optional<SpeechViews.Spoken> speaking,
            @Schema(
                            description = "One less the mean probability of a neutral face, corrected by the priors",
                            examples = "0.12",
                            nullable = true)
                    @OfExpression
                    Optional<Double> expressiveness,
            @Schema(description = "How pleasant such a face is called, -1 to 1", examples = "0.08", nullable = true)
                    @OfExpression
                    Optional<Double> valence,
            @Schema(description = "How aroused such a face is called, -1 to 1", examples = "0.05", nullable = true)
                    @OfExpression
                    Optional<Double> arousal,
            EngagementViews.Index engagement) {}

    @Schema(name = "Expressions", description = "Mean probabilities: an estimate of what the face visibly does")
    record Expressions(
            @Schema(examples = "0.02") double angry,
            @Schema(examples = "0.01") double disgust,
            @Schema(examples = "0.03") double fear,
            @Schema(examples = "0.2") double happy,
            @Schema(examples = "0.04") double sad,
            @Schema(examples = "0.1") double surprise,
            @Schema(examples = "0.6") double neutral) {}

    @Schema(name = "Labels", description = "Shares of the eight labels, of one second or more")
    record Labels(
            @Schema(examples = "0") double angry,
            @Schema(examples = "0") double disgust,
            @Schema(examples = "0") double fear,
            @Schema(examples = "0.2") double happy,
            @Schema(examples = "0") double sad,
            @Schema(examples = "0.1") double surprise,
            @Schema(examples = "0.6") double neutral,
            @JsonProperty("it-depends") @Schema(examples = "0.1") double itDepends) {}
}
