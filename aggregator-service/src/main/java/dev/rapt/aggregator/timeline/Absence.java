package dev.rapt.aggregator.timeline;

/** Why a frame shows no measured face. Only {@link #NO_FACE} says something about the person: nobody was there. */
public enum Absence {
    NO_FACE,
    FACE_TOO_SMALL,
    BLURRED,
    DARK,
    CAMERA_OFF,
    SCREENSHARE,
    /** A reason that a newer detector gives and this service doesn't know: nothing can be said. */
    OTHER
}
