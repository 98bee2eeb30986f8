package dev.rapt.detector;

import dev.rapt.detector.face.FaceRuntime;
import dev.rapt.detector.face.FaceSettings;
import dev.rapt.detector.face.TrackingSettings;
import dev.rapt.detector.frame.ImageLimits;
import java.util.Objects;

/**
 * How frames are read.
 *
 * @param tracking when a full detection isn't needed
 * @param runtime what runs the face models
 * @param cropSide side of the grey crop in pixels
 * @param interpreters how many frames may be worked on at once, each with its own set of models
 */
public record VisionSettings(
        ImageLimits limits,
        FaceSettings faces,
        QualitySettings quality,
        TrackingSettings tracking,
        FaceRuntime runtime,
        int cropSide,
        int interpreters) {

    public VisionSettings {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(faces);
        Objects.requireNonNull(quality);
        Objects.requireNonNull(tracking);
        Objects.requireNonNull(runtime);
        if (cropSide < 8 || cropSide > 512) {
            throw new IllegalArgumentException("the crop's side must be 8 to 512 pixels");
        }
        if (interpreters < 1 || interpreters > 256) {
            throw new IllegalArgumentException("1 to 256 interpreters");
        }
    }

    /** Crops of 48 pixels and one interpreter set per processor. */
    public static VisionSettings defaults() {
        return new VisionSettings(
                ImageLimits.defaults(),
                FaceSettings.defaults(),
                QualitySettings.defaults(),
                TrackingSettings.defaults(),
                FaceRuntime.TFLITE,
                48,
                Runtime.getRuntime().availableProcessors());
    }
}
