package dev.rapt.detector;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceChoice;
import dev.rapt.detector.face.FaceFinder;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.frame.DecodedFrame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One set of models and what it makes of decoded frames, one after another. */
final class FrameWorker implements AutoCloseable {
    private final VisionSettings settings;
    private final FaceFinder finder;
    private final FaceExaminer examiner;

    FrameWorker(VisionSettings settings) {
        this.settings = settings;
        finder = new FaceFinder(settings.faces(), settings.tracking(), settings.runtime());
        try {
            examiner = new FaceExaminer(settings);
        } catch (RuntimeException | Error failed) {
            finder.close();
            throw failed;
        }
    }

    /** Reads a participant's own frame. */
    FrameReading read(DecodedFrame frame, Instant capturedAt, Optional<FaceTrack> last) {
        return read(frame, capturedAt, last, finder::inFrame);
    }

    /** Reads a participant's tile of a composite, with a closer look if it seems to show nobody. */
    FrameReading readTile(DecodedFrame tile, Instant capturedAt, Optional<FaceTrack> last) {
        return read(tile, capturedAt, last, finder::inTile);
    }

    private FrameReading read(
            DecodedFrame frame,
            Instant capturedAt,
            Optional<FaceTrack> last,
            Function<DecodedFrame, List<FaceSighting>> fullPass) {
        Optional<FaceSighting> tracked = last.flatMap(track -> finder.track(frame, capturedAt, track));
        if (tracked.isPresent()) {
            List<SeenFace> faces = seen(frame, List.of(tracked.get()));
            if (faces.get(0).largeEnough()) {
                Optional<FaceTrack> next = last.map(track -> track.tracked(tracked.get(), capturedAt));
                return new FrameReading(findings(frame, faces, OptionalInt.of(0)), next, true);
            }
        }
        List<FaceSighting> sightings = fullPass.apply(frame);
        List<SeenFace> faces = seen(frame, sightings);
        OptionalInt participant = participant(faces, last.map(FaceTrack::box));
        return new FrameReading(
                findings(frame, faces, participant), track(frame, capturedAt, sightings, participant), false);
    }

    private static Optional<FaceTrack> track(
            DecodedFrame frame, Instant capturedAt, List<FaceSighting> faces, OptionalInt participant) {
        return participant.isEmpty()
                ? Optional.empty()
                : Optional.of(FaceTrack.found(
                        faces.get(participant.getAsInt()),
                        frame.width(),
                        frame.height(),
                        capturedAt,
                        faces.size() == 1));
    }

    private FrameFindings findings(DecodedFrame frame, List<SeenFace> faces, OptionalInt participant) {
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

    /** Runs all models once; the first run of a network prepares its memory. */
    void warmUp() {
        finder.warmUp();
    }

    @Override
    public void close() {
        examiner.close();
        finder.close();
    }
}
