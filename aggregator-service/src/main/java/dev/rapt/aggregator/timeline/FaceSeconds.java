package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.EyeSample;
import dev.rapt.aggregator.attention.FaceSecond;
import dev.rapt.aggregator.attention.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of a bucket's slots what attention is judged by. */
final class FaceSeconds {

    private FaceSeconds() {}

    /** The second of that index; empty when none of its frames shows a face. */
    static Optional<FaceSecond> of(Bucket bucket, int second) {
        Slot slot = bucket.slots().get(second);
        if (slot.measured() == 0) {
            return Optional.empty();
        }
        Optional<Pose> pose = slot.posed() == 0
                ? Optional.empty()
                : Optional.of(new Pose(
                        slot.mean(Angle.YAW).getAsDouble(),
                        slot.mean(Angle.PITCH).getAsDouble()));
        return Optional.of(new FaceSecond(
                pose,
                eyes(bucket, second),
                slot.mean(Expression.HAPPY),
                slot.mean(Figure.MOUTH_OPENNESS).getAsDouble()));
    }

    private static List<EyeSample> eyes(Bucket bucket, int second) {
        long first = 0;
        for (Slot before : bucket.slots().subList(0, second)) {
            first += before.frames();
        }
        long end = first + bucket.slots().get(second).frames();
        List<EyeSample> samples = new ArrayList<>();
        for (int frame = (int) first; frame < end; frame++) {
            long at = bucket.capturedAt(frame).toEpochMilli();
            bucket.eyeOpenness(frame).ifPresent(openness -> samples.add(new EyeSample(at, openness)));
        }
        return samples;
    }
}
