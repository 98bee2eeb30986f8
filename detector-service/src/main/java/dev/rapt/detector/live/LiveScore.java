package dev.rapt.detector.live;

import java.util.List;
import java.util.Objects;

/**
 * What the classifier says of one frame of a participant.
 *
 * @param capturedAt in milliseconds since the epoch
 * @param expression what can be said of the expression
 */
public record LiveScore(String participantId, long capturedAt, Estimate expression) {

    public LiveScore {
        Objects.requireNonNull(participantId);
        Objects.requireNonNull(expression);
    }

    /** An estimate, or the reason why there is none. */
    public sealed interface Estimate {}

    /** @param probabilities seven, in the order of {@link dev.rapt.display.DisplayedLabel} */
    public record Probabilities(List<Float> probabilities) implements Estimate {
        public Probabilities {
            probabilities = List.copyOf(probabilities);
        }

        double[] values() {
            return probabilities.stream().mapToDouble(Float::doubleValue).toArray();
        }
    }

    /** @param why as it is to be read */
    public record None(String why) implements Estimate {
        public None {
            Objects.requireNonNull(why);
        }
    }
}
