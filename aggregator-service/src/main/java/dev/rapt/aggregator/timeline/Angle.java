package dev.rapt.aggregator.timeline;

/** The three angles of a {@link HeadPose}. */
public enum Angle {
    YAW,
    PITCH,
    ROLL
}
