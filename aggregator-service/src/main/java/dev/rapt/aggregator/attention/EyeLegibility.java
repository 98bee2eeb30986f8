package dev.rapt.aggregator.attention;

/** Whether the height of the eyes tells in this second whether they are open: not looking down, smiling or turned away. */
final class EyeLegibility {

    private final AttentionRules.Lids rules;

    EyeLegibility(AttentionRules.Lids rules) {
        this.rules = rules;
    }

    /** The second must have a pose; the calm one is the one that it is to be compared with. */
    boolean holds(FaceSecond second, Pose calm) {
        Pose pose = second.pose().orElseThrow();
        return pose.pitch() >= calm.pitch() - rules.down() && Math.abs(pose.yaw()) <= rules.turn() && !maySmile(second);
    }

    private boolean maySmile(FaceSecond second) {
        return second.happy().isPresent()
                ? second.happy().getAsDouble() >= rules.happy()
                : second.mouthOpenness() >= rules.mouth();
    }
}
