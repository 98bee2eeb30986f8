package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds a face again without a full detection. The landmark model looks exactly where the face was; where what it finds
 * isn't the same face in the same place, the short-range detector finds it in the surroundings first. The landmark model
 * is as sure of a face that is half out of its view as of one in the middle, so presence alone doesn't do: what it finds
 * must lie where it looked, and be as light and dark at its landmarks as the face was. Any doubt is left to a full
 * detection.
 */
final class FaceTracker {
    /** How far off the middle of the view a face may be found, in sides of the view. */
    private static final float MOST_SHIFT = 0.1f;
    /** By what factor a face may be larger or smaller than where it was looked for. */
    private static final float MOST_GROWTH = 1.2f;
    /** The same between two frames that are further apart. */
    private static final float MOST_GROWTH_NEARBY = 1.6f;
    // The short-range detector draws its boxes so much smaller and lower than the full-range detector, on the sample
    // clips;
    // the landmarks of the eyes depend a little on where the landmark model looks
    private static final float SMALLER = 1.06f;
    private static final float LOWER = 0.05f;

    private final TrackingSettings settings;
    private final CandidateDetector nearby;
    private final LandmarkModel landmarks;

    FaceTracker(TrackingSettings settings, CandidateDetector nearby, LandmarkModel landmarks) {
        this.settings = settings;
        this.nearby = nearby;
        this.landmarks = landmarks;
    }

    /** The face in the next frame; empty when a full detection must say. */
    Optional<FaceSighting> track(DecodedFrame frame, Instant capturedAt, FaceTrack last) {
        if (!trackable(frame, capturedAt, last)) {
            return Optional.empty();
        }
        return look(frame, last, last.place())
                .filter(face -> face.shades().like(last.shades()) >= settings.likeness())
                .or(() -> nearby(frame, last).flatMap(place -> look(frame, last, place)));
    }

    private boolean trackable(DecodedFrame frame, Instant capturedAt, FaceTrack last) {
        return settings.enabled()
                && last.trackable()
                && apart(last.capturedAt(), capturedAt).compareTo(settings.maxPause()) <= 0
                && apart(last.fullPassAt(), capturedAt).compareTo(settings.fullPassAfter()) < 0
                && last.width() == frame.width()
                && last.height() == frame.height();
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** The one face in the surroundings, if it can be the same one. */
    private Optional<Candidate> nearby(DecodedFrame frame, FaceTrack last) {
        Region surroundings = last.surroundings(settings.surroundings());
        List<Candidate> candidates = nearby.detect(frame, surroundings);
        return candidates.size() == 1 && grown(last.box(), candidates.get(0).box()) <= MOST_GROWTH_NEARBY
                ? Optional.of(asFullRange(candidates.get(0)))
                : Optional.empty();
    }

    private static Candidate asFullRange(Candidate candidate) {
        Box box = candidate.box();
        float width = SMALLER * box.width();
        float height = SMALLER * box.height();
        float centreY = box.centreY() - LOWER * box.height();
        return new Candidate(
                new Box(box.centreX() - width / 2, centreY - height / 2, width, height),
                candidate.score(),
                candidate.rightEye(),
                candidate.leftEye());
    }

    private Optional<FaceSighting> look(DecodedFrame frame, FaceTrack last, Candidate place) {
        FaceSighting seen = landmarks.look(frame, place);
        Box box = last.carriedTo(seen.landmarks());
        boolean where = Math.hypot(
                        box.centreX() - place.box().centreX(),
                        box.centreY() - place.box().centreY())
                <= MOST_SHIFT * FaceRoi.around(place).side();
        return seen.presence() >= settings.presence() && where && grown(place.box(), box) <= MOST_GROWTH
                ? Optional.of(new FaceSighting(box, seen.presence(), seen.landmarks(), seen.shades()))
                : Optional.empty();
    }

    /** By what factor the larger of two boxes is larger than the other. */
    private static float grown(Box a, Box b) {
        float ratio = Math.max(1, a.longSide()) / Math.max(1, b.longSide());
        return Math.max(ratio, 1 / ratio);
    }
}
