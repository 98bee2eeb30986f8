package dev.rapt.trainer.export;

import java.util.Locale;

/** The exported file answers differently from the network that it came from. */
public final class ParityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the difference that was found. */
    public ParityException(double difference) {
        super(String.format(
                Locale.ROOT,
                "The exported model differs from the trained network by %.2e in a probability, more than %.0e; nothing was"
                        + " written",
                difference,
                ParityCheck.TOLERANCE));
    }
}
