package dev.rapt.aggregator.attention;

/**
 * Where a head is turned, in degrees as the camera sees it.
 *
 * @param yaw positive towards the picture's right
 * @param pitch positive upwards
 */
public record Pose(double yaw, double pitch) {

    private static final Pose CAMERA = new Pose(0, 0);

    public Pose {
        if (!Double.isFinite(yaw) || !Double.isFinite(pitch)) {
            throw new IllegalArgumentException("A pose has two angles");
        }
    }

    /** The angle between the two, near enough for heads. Only operations that are exact to the bit on every machine. */
    double distanceTo(Pose other) {
        double across = yaw - other.yaw;
        double along = pitch - other.pitch;
        return Math.sqrt(across * across + along * along);
    }

    /** How far it is turned from the camera. */
    double fromCamera() {
        return distanceTo(CAMERA);
    }

    /** That share of the way to the other. */
    Pose towards(Pose other, double share) {
        return new Pose(yaw + share * (other.yaw - yaw), pitch + share * (other.pitch - pitch));
    }
}
