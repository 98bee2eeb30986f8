package dev.rapt.detector.face;

/**
 * Where a face is turned, in degrees, as the camera sees it. Yaw and pitch are the direction of the nose, roll is the
 * turn about it. Zero is the camera's idea of straight ahead, not the person's: pitch has an offset a camera.
 *
 * @param yaw positive towards the picture's right
 * @param pitch positive upwards
 * @param roll positive clockwise
 */
public record HeadPose(float yaw, float pitch, float roll) {

    public HeadPose {
        if (!Float.isFinite(yaw) || !Float.isFinite(pitch) || !Float.isFinite(roll)) {
            throw new IllegalArgumentException("a pose is finite");
        }
    }
}
