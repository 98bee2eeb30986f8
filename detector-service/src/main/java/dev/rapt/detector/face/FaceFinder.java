package dev.rapt.detector.face;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.NativeScope;
import dev.rapt.face.models.FaceModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces: the full-range detector proposes, the landmark model disposes. Not safe for several threads at
 * once; whoever opens it closes it.
 */
public final class FaceFinder implements AutoCloseable {
    // Bound what one picture may cost; the best candidates are looked at first
    private static final int MOST_LOOKS_IN_FRAME = 32;
    private static final int MOST_LOOKS_IN_PICTURE = 512;
    private static final int MOST_LOOKS_IN_TILE = 6;

    private static final float MOSTLY_WITHIN = 0.5f;

    /** So many looks at a small tile see a face somewhere by chance; at less than this, one in 150 faceless tiles did. */
    private static final float SURE = 0.95f;

    /** Of the picture's short side; in the larger tiles such a face is smaller than the detector is sure to find. */
    private static final float SMALL = 1 / 12f;

    private final FaceSettings settings;
    private final NativeScope opened = new NativeScope();
    private final CandidateDetector detector;
    private final CandidateDetector nearby;
    private final LandmarkModel landmarks;
    private final FaceTracker tracker;

    /** Loads the models; {@code runtime} runs them. */
    public FaceFinder(FaceSettings settings, TrackingSettings tracking, FaceRuntime runtime) {
        this.settings = settings;
        try {
            detector = opened.keep(
                    new CandidateDetector(
                            AnchorLayout.FULL_RANGE, runtime, FaceModels.FULL_RANGE.bytes(), settings.detectorScore()),
                    CandidateDetector::close);
            nearby = opened.keep(
                    new CandidateDetector(
                            AnchorLayout.SHORT_RANGE,
                            runtime,
                            FaceModels.SHORT_RANGE.bytes(),
                            settings.detectorScore()),
                    CandidateDetector::close);
            landmarks = opened.keep(new LandmarkModel(runtime, FaceModels.LANDMARKS.bytes()), LandmarkModel::close);
        } catch (RuntimeException | Error failed) {
            opened.close();
            throw failed;
        }
        tracker = new FaceTracker(tracking, nearby, landmarks);
    }

    /**
     * The face of a participant's frame, found from where it was in the one before; empty when only {@link #inFrame} can
     * tell what there is.
     */
    public Optional<FaceSighting> track(DecodedFrame frame, Instant capturedAt, FaceTrack last) {
        return tracker.track(frame, capturedAt, last);
    }

    /**
     * Faces of a participant's own frame, by one look at the whole of it, and if there was none by another one
     * with a margin, for faces that fill it; from the largest to the smallest.
     */
    public List<FaceSighting> inFrame(DecodedFrame frame) {
        List<Candidate> candidates = detector.detect(frame, Region.whole(frame.width(), frame.height()));
        List<FaceSighting> faces = confirm(frame, candidates, MOST_LOOKS_IN_FRAME, settings.framePresence());
        return faces.isEmpty()
                ? confirm(frame, filling(frame), MOST_LOOKS_IN_FRAME, settings.picturePresence())
                : faces;
    }

    /**
     * Faces of a participant's tile of a composite, which is small: as {@link #inFrame}, and if there was none by a closer
     * look at parts of it with both detectors, as the layout says that somebody may well be there.
     */
    public List<FaceSighting> inTile(DecodedFrame tile) {
        List<FaceSighting> faces = inFrame(tile);
        if (!faces.isEmpty()) {
            return faces;
        }
        List<Region> parts = new ArrayList<>(Tiles.squares(tile.width(), tile.height()));
        List<Candidate> candidates = new ArrayList<>();
        parts.forEach(square -> candidates.addAll(detector.detect(tile, square)));
        parts.add(Region.withSmallMargin(tile.width(), tile.height()));
        parts.forEach(part -> candidates.addAll(nearby.detect(tile, part)));
        return confirm(tile, candidates, MOST_LOOKS_IN_TILE, Math.max(SURE, settings.picturePresence()));
    }

    /**
     * Faces of a picture of unknown layout, by many looks at tiles of it, and at smaller tiles when there are small faces
     * or none; from the largest to the smallest.
     */
    public List<FaceSighting> inPicture(DecodedFrame frame) {
        List<Candidate> candidates = new ArrayList<>(filling(frame));
        for (Region tile : Tiles.over(frame.width(), frame.height())) {
            candidates.addAll(detector.detect(frame, tile));
        }
        List<FaceSighting> faces = new ArrayList<>();
        look(frame, candidates, MOST_LOOKS_IN_PICTURE, settings.picturePresence(), faces);
        float small = SMALL * Math.min(frame.width(), frame.height());
        if (faces.isEmpty() || faces.stream().anyMatch(face -> face.box().height() < small)) {
            candidates.clear();
            for (Region tile : Tiles.fine(frame.width(), frame.height())) {
                candidates.addAll(detector.detect(frame, tile));
            }
            look(frame, candidates, MOST_LOOKS_IN_PICTURE, settings.picturePresence(), faces);
        }
        return distinct(faces);
    }

    /** Candidates that fill the frame; what looks like a face and is smaller has other looks to be found by. */
    private List<Candidate> filling(DecodedFrame frame) {
        int least = Math.min(frame.width(), frame.height()) / 2;
        return detector.detect(frame, Region.withMargin(frame.width(), frame.height())).stream()
                .filter(candidate -> candidate.box().height() >= least)
                .toList();
    }

    /** Runs all models once on a grey picture; the first run of a network prepares its memory. */
    public void warmUp() {
        try (DecodedFrame grey = DecodedFrame.grey(192, 192)) {
            Region whole = Region.whole(grey.width(), grey.height());
            detector.detect(grey, whole);
            nearby.detect(grey, whole);
            landmarks.look(grey, new Candidate(new Box(48, 48, 96, 96), 1, new Point(80, 96), new Point(112, 96)));
        }
    }

    private List<FaceSighting> confirm(DecodedFrame frame, List<Candidate> candidates, int mostLooks, float presence) {
        List<FaceSighting> faces = new ArrayList<>();
        look(frame, candidates, mostLooks, presence, faces);
        return distinct(faces);
    }

    /** Adds the candidates that are faces, the best first, and leaves out those that are among the faces already. */
    private void look(
            DecodedFrame frame, List<Candidate> candidates, int mostLooks, float presence, List<FaceSighting> faces) {
        List<Candidate> bestFirst = new ArrayList<>(candidates);
        bestFirst.sort(Comparator.comparingDouble(Candidate::score).reversed());
        int looks = 0;
        for (Candidate candidate : bestFirst) {
            // A face has a candidate in each tile that shows it; those that fail don't speak for the others
            if (looks < mostLooks
                    && faces.stream()
                            .noneMatch(f -> f.box().overlap(candidate.box()) > NonMaximumSuppression.SAME_FACE)) {
                looks++;
                FaceSighting face = landmarks.look(frame, candidate);
                if (face.presence() >= presence) {
                    faces.add(face);
                }
            }
        }
    }

    private static List<FaceSighting> distinct(List<FaceSighting> faces) {
        List<FaceSighting> surest = new ArrayList<>(faces);
        surest.sort(Comparator.comparingDouble(FaceSighting::presence).reversed());
        List<FaceSighting> distinct = NonMaximumSuppression.best(surest, FaceFinder::same);
        distinct.sort(
                Comparator.comparingDouble((FaceSighting face) -> face.box().area())
                        .reversed());
        return distinct;
    }

    /** Candidates apart can be parts of one face, and the landmarks often find the whole of it from either. */
    private static boolean same(FaceSighting a, FaceSighting b) {
        return same(a.box(), b.box())
                || same(a.landmarks().hull(), b.landmarks().hull());
    }

    private static boolean same(Box a, Box b) {
        return a.overlap(b) > NonMaximumSuppression.SAME_FACE
                || a.shared(b) > MOSTLY_WITHIN * Math.min(a.area(), b.area());
    }

    @Override
    public void close() {
        opened.close();
    }
}
