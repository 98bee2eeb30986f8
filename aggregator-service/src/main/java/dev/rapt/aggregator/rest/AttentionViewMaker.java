package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.aggregator.attention.Pose;
import dev.rapt.aggregator.timeline.Angle;
import dev.rapt.aggregator.timeline.AttentionSeconds;
import dev.rapt.aggregator.timeline.Tally;
import dev.rapt.aggregator.timeline.Trait;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes answers about attention; what isn't known is empty, never a zero. */
final class AttentionViewMaker {

    private static final double MICRO = 1e6;

    private AttentionViewMaker() {}

    static AttentionViews.Baseline baseline(Baseline baseline) {
        return new AttentionViews.Baseline(
                baseline.state().name().toLowerCase(Locale.ROOT),
                baseline.measuredSeconds(),
                baseline.pose().map(pose -> rounded(pose.yaw())),
                baseline.pose().map(pose -> rounded(pose.pitch())),
                baseline.eyeOpenness(),
                baseline.furtherPoses().stream()
                        .map(AttentionViewMaker::direction)
                        .toList());
    }

    /** A number of seconds or a share that means something only when it is known where the head was turned. */
    static <T> Optional<T> facing(AttentionSeconds seconds, Function<AttentionSeconds, T> measure) {
        return seconds.isFacingKnown() ? Optional.of(measure.apply(seconds)) : Optional.empty();
    }

    /** A number of seconds or a share that means something only when the eyes could be judged. */
    static <T> Optional<T> eyes(AttentionSeconds seconds, Function<AttentionSeconds, T> measure) {
        return seconds.eyesKnown() > 0 ? Optional.of(measure.apply(seconds)) : Optional.empty();
    }

    static Optional<AttentionViews.HeadPose> pose(Tally tally) {
        return tally.posedSeconds() == 0
                ? Optional.empty()
                : Optional.of(new AttentionViews.HeadPose(
                        tally.mean(Angle.YAW), tally.mean(Angle.PITCH), tally.mean(Angle.ROLL)));
    }

    static Optional<AttentionViews.Quality> quality(Tally tally) {
        return tally.gradedSeconds() == 0
                ? Optional.empty()
                : Optional.of(new AttentionViews.Quality(
                        tally.mean(Trait.EYE_DISTANCE), tally.mean(Trait.SHARPNESS), tally.mean(Trait.BRIGHTNESS)));
    }

    private static AttentionViews.Direction direction(Pose pose) {
        return new AttentionViews.Direction(rounded(pose.yaw()), rounded(pose.pitch()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * MICRO) / MICRO;
    }
}
