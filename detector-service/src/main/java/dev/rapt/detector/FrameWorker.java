package dev.rapt.detector;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceChoice;
import dev.rapt.detector.face.FaceFinder;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.face.models.FaceModels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One set of models and what it makes of decoded frames, one after another. */
final class FrameWorker implements AutoCloseable {
    private final VisionSettings settings;
    private final FaceFinder finder;
    private final FaceExaminer examiner;

    FrameWorker(VisionSettings settings) {
        this.settings = settings;
        finder = new FaceFinder(settings.faces(), FaceModels.FULL_RANGE.bytes(), FaceModels.LANDMARKS.bytes());
        examiner = new FaceExaminer(settings);
    }

    FrameFindings read(DecodedFrame frame, Optional<Box> lastFace) {
        List<SeenFace> faces = seen(frame, finder.inFrame(frame));
        OptionalInt participant = participant(faces, lastFace);
        Optional<AbsenceReason> absence = participant.isPresent()
                ? faces.get(participant.getAsInt()).flaw().flatMap(FaceFlaw::absence)
                : Optional.of(absence(frame, faces));
        OptionalInt primary = absence.isPresent() ? OptionalInt.empty() : participant;
        return new FrameFindings(frame.width(), frame.height(), faces, primary, absence);
    }

    PictureFindings readPicture(DecodedFrame frame) {
        List<SeenFace> faces = seen(frame, finder.inPicture(frame)).stream()
                .filter(SeenFace::largeEnough)
                .toList();
        return new PictureFindings(frame.width(), frame.height(), faces);
    }

    private List<SeenFace> seen(DecodedFrame frame, List<FaceSighting> sightings) {
        return sightings.stream()
                .map(sighting -> examiner.examine(frame, sighting))
                .toList();
    }

    /**
     * Which face is the participant's. A blurred or dark one may be, so that nobody sharper in the background takes the
     * participant's place for a frame.
     */
    private static OptionalInt participant(List<SeenFace> faces, Optional<Box> lastFace) {
        List<Integer> candidates = IntStream.range(0, faces.size())
                .filter(i -> faces.get(i).largeEnough())
                .boxed()
                .toList();
        if (candidates.isEmpty()) {
            return OptionalInt.empty();
        }
        List<Box> boxes = candidates.stream().map(i -> faces.get(i).box()).toList();
        return OptionalInt.of(candidates.get(FaceChoice.among(boxes, lastFace)));
    }

    private AbsenceReason absence(DecodedFrame frame, List<SeenFace> faces) {
        if (!faces.isEmpty()) {
            return AbsenceReason.FACE_TOO_SMALL;
        }
        return frame.meanLuminance() < settings.faces().darkLuminance() ? AbsenceReason.DARK : AbsenceReason.NO_FACE;
    }

    /** Runs both models once; the first run of a network prepares its memory. */
    void warmUp() {
        finder.warmUp();
    }

    @Override
    public void close() {
        examiner.close();
        finder.close();
    }
}
