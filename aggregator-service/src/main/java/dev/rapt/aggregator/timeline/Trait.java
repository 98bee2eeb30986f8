package dev.rapt.aggregator.timeline;

/** What says how well a face can be seen. */
public enum Trait {
    /** Distance of the eyes that the face would have from the front, in pixels of the frame. */
    EYE_DISTANCE,
    /** How much detail the crop has. */
    SHARPNESS,
    /** Mean luminance of the crop, 0 to 255. */
    BRIGHTNESS
}
