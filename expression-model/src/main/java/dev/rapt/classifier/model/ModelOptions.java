package dev.rapt.classifier.model;

/**
 * How a model runs.
 *
 * @param threads threads of one call to the network; 1 keeps it on the caller's own thread
 */
public record ModelOptions(int threads) {

    /** One thread, the caller's. */
    public static final ModelOptions DEFAULT = new ModelOptions(1);

    /** Refuses less than one thread. */
    public ModelOptions {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads can't run a model");
        }
    }
}
