package dev.rapt.aggregator.timeline;

/** The seven visible expressions a face is scored for, in the order of every list of probabilities. */
public enum Expression {
    ANGRY,
    DISGUST,
    FEAR,
    HAPPY,
    SAD,
    SURPRISE,
    NEUTRAL
}
