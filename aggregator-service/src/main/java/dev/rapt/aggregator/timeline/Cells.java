package dev.rapt.aggregator.timeline;

/** The integers of one step, by {@link Columns}. */
interface Cells {

    long at(int column);

    /** How long the step is, in seconds of all its people. */
    long allSeconds();
}
