package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a face again by the landmark model alone, which looks where the face was and, if it has moved, a second time
 * where the first look saw it. Any doubt is left to a full detection.
 */
final class FaceTracker {
    private static final int LOOKS = 2;

    private final TrackingSettings settings;
    private final LandmarkModel landmarks;

    FaceTracker(TrackingSettings settings, LandmarkModel landmarks) {
        this.settings = settings;
        this.landmarks = landmarks;
    }

    /** The face in the next frame; empty when a full detection must say. */
    Optional<FaceSighting> track(DecodedFrame frame, Instant capturedAt, FaceTrack last) {
        return worthIt(frame, capturedAt, last) ? look(frame, last) : Optional.empty();
    }

    private boolean worthIt(DecodedFrame frame, Instant capturedAt, FaceTrack last) {
        return settings.enabled()
                && last.trackable()
                && last.framesSinceFullPass() + 1 < settings.fullPassEvery()
                && last.width() == frame.width()
                && last.height() == frame.height()
                && Duration.between(last.capturedAt(), capturedAt).abs().compareTo(settings.maxPause()) <= 0;
    }

    private Optional<FaceSighting> look(DecodedFrame frame, FaceTrack last) {
        Candidate place = new Candidate(last.box(), 1, last.rightEye(), last.leftEye());
        for (int look = 0; look < LOOKS; look++) {
            FaceSighting seen = landmarks.look(frame, place);
            if (seen.presence() < settings.presence()) {
                return Optional.empty();
            }
            Candidate found = place(seen.landmarks(), last);
            if (sameView(FaceRoi.around(place), FaceRoi.around(found))) {
                return Optional.of(new FaceSighting(found.box(), seen.presence(), seen.landmarks()));
            }
            place = found;
        }
        return Optional.empty();
    }

    /** The box keeps its place and size relative to the landmarks, so that it is the one a detection would give. */
    private static Candidate place(Landmarks now, FaceTrack last) {
        Box hull = now.hull();
        float scale = size(hull) / size(last.hull());
        float width = last.box().width() * scale;
        float height = last.box().height() * scale;
        float x = hull.centreX() + (last.box().centreX() - last.hull().centreX()) * scale;
        float y = hull.centreY() + (last.box().centreY() - last.hull().centreY()) * scale;
        return new Candidate(new Box(x - width / 2, y - height / 2, width, height), 1, now.rightEye(), now.leftEye());
    }

    private static float size(Box box) {
        return Math.max(1, Math.max(box.width(), box.height()));
    }

    private static boolean sameView(FaceRoi looked, FaceRoi found) {
        return looked.centre().distance(found.centre()) <= 0.1f * looked.side()
                && found.side() <= 1.2f * looked.side()
                && looked.side() <= 1.2f * found.side();
    }
}
