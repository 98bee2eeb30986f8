package dev.rapt.detector;

import dev.rapt.detector.crop.CropGeometry;
import dev.rapt.detector.crop.FaceCropper;
import dev.rapt.detector.crop.FaceQuality;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.FaceMeasures;
import dev.rapt.detector.face.FaceSighting;
import dev.rapt.detector.face.HeadPose;
import dev.rapt.detector.face.PoseSolver;
import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.face.models.FaceModels;
import java.util.Optional;

/** Measures one face after another and judges whether its expression can be seen. Not safe for several threads at once. */
final class FaceExaminer implements AutoCloseable {
    private final float minEyeDistance;
    private final QualitySettings limits;
    private final FaceCropper cropper;
    private final PoseSolver poses = new PoseSolver(FaceModels.GEOMETRY.bytes());

    FaceExaminer(VisionSettings settings) {
        minEyeDistance = settings.faces().minEyeDistance();
        limits = settings.quality();
        cropper = new FaceCropper(settings.cropSide());
    }

    /** All that is measured of a face, with the crop. */
    SeenFace examine(DecodedFrame frame, FaceSighting sighting) {
        CropGeometry geometry = CropGeometry.of(sighting.landmarks());
        GreyCrop crop = cropper.crop(frame, geometry);
        HeadPose pose = poses.solve(sighting.landmarks());
        FaceQuality quality = FaceQuality.of(geometry, crop);
        return new SeenFace(
                sighting.box(),
                sighting.presence(),
                FaceMeasures.of(sighting.landmarks()),
                pose,
                quality,
                sighting.landmarks(),
                crop,
                flaw(pose, quality));
    }

    /** The first that applies: of a face that is too small nothing else means anything, and so on. */
    private Optional<FaceFlaw> flaw(HeadPose pose, FaceQuality quality) {
        if (quality.eyeDistance() < minEyeDistance) {
            return Optional.of(FaceFlaw.TOO_SMALL);
        }
        if (quality.brightness() < limits.minBrightness()) {
            return Optional.of(FaceFlaw.DARK);
        }
        if (quality.sharpness() < limits.minSharpness()) {
            return Optional.of(FaceFlaw.BLURRED);
        }
        if (Math.abs(pose.yaw()) > limits.maxYaw() || Math.abs(pose.pitch()) > limits.maxPitch()) {
            return Optional.of(FaceFlaw.TURNED);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        cropper.close();
    }
}
