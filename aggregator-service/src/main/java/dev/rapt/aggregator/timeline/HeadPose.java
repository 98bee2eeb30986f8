package dev.rapt.aggregator.timeline;

/**
 * Where a head is turned, in degrees as the camera sees it. Zero is the camera's own idea of straight ahead, not the
 * person's.
 *
 * @param yaw positive towards the picture's right
 * @param pitch positive upwards
 * @param roll positive clockwise
 */
public record HeadPose(double yaw, double pitch, double roll) {

    /** Half a turn: there is no angle beyond. */
    public static final double MAX_ANGLE = 180;

    public HeadPose {
        Measured.require(isAngle(yaw) && isAngle(pitch) && isAngle(roll), "a pose of angles in [-180, 180]");
    }

    /** Whether this is a number of degrees that an angle can have. */
    public static boolean isAngle(double degrees) {
        return degrees >= -MAX_ANGLE && degrees <= MAX_ANGLE;
    }

    double angle(Angle angle) {
        return switch (angle) {
            case YAW -> yaw;
            case PITCH -> pitch;
            case ROLL -> roll;
        };
    }
}
