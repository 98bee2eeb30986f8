package dev.rapt.aggregator.timeline;

/** What is measured of a face besides its expression: raw figures of the detector, no judgement. */
public enum Figure {
    /** Presence of a face by the landmark model, in [0, 1]. */
    CONFIDENCE,
    /** Inner lip distance over mouth width: about 0 closed, about 0.5 wide open. */
    MOUTH_OPENNESS,
    /** Eye height over eye width, mean of both eyes: about .26 to .32 open. */
    EYE_OPENNESS
}
