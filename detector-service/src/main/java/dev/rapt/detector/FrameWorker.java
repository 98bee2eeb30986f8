package dev.rapt.detector;

import dev.rapt.detector.crop.CropGeometry;
import dev.rapt.detector.crop.FaceCropper;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceChoice;
import dev.rapt.detector.face.FaceFinder;
import dev.rapt.detector.face.FaceMeasures;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.face.models.FaceModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One set of models and what it makes of decoded frames, one after another. */
final class FrameWorker implements AutoCloseable {
    private final VisionSettings settings;
    private final FaceFinder finder;
    private final FaceCropper cropper;

    FrameWorker(VisionSettings settings) {
        this.settings = settings;
        finder = new FaceFinder(settings.faces(), FaceModels.FULL_RANGE.bytes(), FaceModels.LANDMARKS.bytes());
        cropper = new FaceCropper(settings.cropSide());
    }

    FrameFindings read(DecodedFrame frame, Optional<Box> lastFace) {
        List<SeenFace> faces = new ArrayList<>();
        List<Integer> measurable = new ArrayList<>();
        for (FaceSighting sighting : finder.inFrame(frame)) {
            CropGeometry geometry = CropGeometry.of(sighting.landmarks());
            if (measurable(geometry)) {
                measurable.add(faces.size());
            }
            faces.add(seen(frame, sighting, geometry));
        }
        if (measurable.isEmpty()) {
            return new FrameFindings(
                    frame.width(), frame.height(), faces, OptionalInt.empty(), Optional.of(absence(frame, faces)));
        }
        List<Box> boxes = measurable.stream().map(i -> faces.get(i).box()).toList();
        int primary = measurable.get(FaceChoice.among(boxes, lastFace));
        return new FrameFindings(frame.width(), frame.height(), faces, OptionalInt.of(primary), Optional.empty());
    }

    PictureFindings readPicture(DecodedFrame frame) {
        List<SeenFace> faces = new ArrayList<>();
        for (FaceSighting sighting : finder.inPicture(frame)) {
            CropGeometry geometry = CropGeometry.of(sighting.landmarks());
            if (measurable(geometry)) {
                faces.add(seen(frame, sighting, geometry));
            }
        }
        return new PictureFindings(frame.width(), frame.height(), faces);
    }

    private boolean measurable(CropGeometry geometry) {
        return geometry.eyeDistance() >= settings.faces().minEyeDistance();
    }

    /** Runs both models once; the first run of a network prepares its memory. */
    void warmUp() {
        finder.warmUp();
    }

    private AbsenceReason absence(DecodedFrame frame, List<SeenFace> faces) {
        if (!faces.isEmpty()) {
            return AbsenceReason.FACE_TOO_SMALL;
        }
        return frame.meanLuminance() < settings.faces().darkLuminance() ? AbsenceReason.DARK : AbsenceReason.NO_FACE;
    }

    private SeenFace seen(DecodedFrame frame, FaceSighting sighting, CropGeometry geometry) {
        FaceMeasures measures = FaceMeasures.of(sighting.landmarks());
        return new SeenFace(
                sighting.box(),
                sighting.presence(),
                measures.mouthOpenness(),
                measures.eyeOpenness(),
                cropper.crop(frame, geometry));
    }

    @Override
    public void close() {
        cropper.close();
        finder.close();
    }
}
