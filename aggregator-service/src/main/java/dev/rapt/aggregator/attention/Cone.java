package dev.rapt.aggregator.attention;

/**
 * How far around a pose still counts as the same: an ellipse, because people look further to the side than up and down.
 *
 * @param yaw half its width, in degrees
 * @param pitch half its height, in degrees
 */
public record Cone(double yaw, double pitch) {
    public Cone {
        AttentionRules.require(yaw > 0 && pitch > 0, "a cone of more than 0°");
    }

    /** The inner half: where a head at the cone's edge doesn't get by trembling. */
    Cone core() {
        return new Cone(yaw / 2, pitch / 2);
    }

    boolean holds(Pose centre, Pose pose) {
        double across = (pose.yaw() - centre.yaw()) / yaw;
        double along = (pose.pitch() - centre.pitch()) / pitch;
        return across * across + along * along <= 1;
    }
}
