package dev.rapt.trainer.train;

/** The loss isn't a number any more. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(long step) {
        super("The loss is no number any more at step " + step
                + ": resume from the last checkpoint, or train with a smaller --rate");
    }
}
