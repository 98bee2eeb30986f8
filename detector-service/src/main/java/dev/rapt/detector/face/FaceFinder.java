package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds faces: the full-range detector proposes, the landmark model disposes. Not safe for several threads at
 * once; whoever opens it closes it.
 */
public final class FaceFinder implements AutoCloseable {
    // Bound what one picture may cost; the best candidates are looked at first
    private static final int MOST_IN_FRAME = 32;
    private static final int MOST_IN_PICTURE = 512;

    private final FaceSettings settings;
    private final FullRangeDetector detector;
    private final LandmarkModel landmarks;

    /**
     * @param detectorModel MediaPipe's face_detection_full_range, TensorFlow Lite
     * @param landmarkModel MediaPipe's face_landmark, TensorFlow Lite
     */
    public FaceFinder(FaceSettings settings, byte[] detectorModel, byte[] landmarkModel) {
        this.settings = settings;
        detector = new FullRangeDetector(detectorModel, settings.detectorScore());
        landmarks = new LandmarkModel(landmarkModel);
    }

    /** Faces of a participant's own frame, by one look at the whole of it; from the largest to the smallest. */
    public List<FaceSighting> inFrame(DecodedFrame frame) {
        List<Candidate> candidates = detector.detect(frame, new Region(0, 0, frame.width(), frame.height()));
        return confirm(frame, candidates, MOST_IN_FRAME, settings.framePresence());
    }

    /** Faces of a picture of unknown layout, by many looks at tiles of it; from the largest to the smallest. */
    public List<FaceSighting> inPicture(DecodedFrame frame) {
        List<Candidate> candidates = new ArrayList<>();
        for (Region tile : Tiles.over(frame.width(), frame.height())) {
            candidates.addAll(detector.detect(frame, tile));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> distinct = NonMaximumSuppression.best(candidates, Candidate::box);
        return confirm(frame, distinct, MOST_IN_PICTURE, settings.picturePresence());
    }

    /** Runs both models once on a grey picture; the first run of a network prepares its memory. */
    public void warmUp() {
        try (DecodedFrame grey = DecodedFrame.grey(Anchors.INPUT_SIDE, Anchors.INPUT_SIDE)) {
            detector.detect(grey, new Region(0, 0, grey.width(), grey.height()));
            float middle = Anchors.INPUT_SIDE / 2f;
            Box box = new Box(middle / 2, middle / 2, middle, middle);
            landmarks.look(grey, new Candidate(box, 1, new Point(80, middle), new Point(112, middle)));
        }
    }

    private List<FaceSighting> confirm(DecodedFrame frame, List<Candidate> candidates, int most, float presence) {
        List<FaceSighting> faces = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(most, candidates.size()))) {
            FaceSighting face = landmarks.look(frame, candidate);
            if (face.presence() >= presence) {
                faces.add(face);
            }
        }
        // Candidates apart can lead to the same face: the landmarks find it from a part of it as well
        faces.sort(Comparator.comparingDouble(FaceSighting::presence).reversed());
        List<FaceSighting> distinct =
                NonMaximumSuppression.best(faces, face -> face.landmarks().hull());
        distinct.sort(
                Comparator.comparingDouble((FaceSighting face) -> face.box().area())
                        .reversed());
        return distinct;
    }

    @Override
    public void close() {
        landmarks.close();
        detector.close();
    }
}
