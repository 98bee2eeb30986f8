package dev.rapt.detector;

/**
 * What a face of sufficient size must be like for its expression to be seen. docs/quality.md says how the defaults were
 * found.
 *
 * @param minSharpness least {@link dev.rapt.detector.crop.FaceQuality#sharpness()}
 * @param minBrightness least mean luminance of the crop, 0 to 255
 * @param maxYaw largest turn to either side, in degrees
 * @param maxPitch largest turn up or down, in degrees
 */
public record QualitySettings(float minSharpness, float minBrightness, float maxYaw, float maxPitch) {

    public QualitySettings {
        if (!(minSharpness >= 0) || !(minBrightness >= 0)) {
            throw new IllegalArgumentException("limits of sharpness and brightness are at least 0");
        }
        if (!(maxYaw > 0) || !(maxPitch > 0)) {
            throw new IllegalArgumentException("limits of turns are above 0 degrees");
        }
    }

    public static QualitySettings defaults() {
        return new QualitySettings(0.5f, 28, 40, 40);
    }
}
