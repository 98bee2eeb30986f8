package dev.rapt.detector.ingest;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import java.util.Objects;

/** What came of a frame. Every frame that comes in has exactly one outcome. */
public sealed interface Outcome {

    /** Kafka has acknowledged its record: with the participant's face, or with the reason why there is none. */
    record Recorded(FrameFindings findings) implements Outcome {
        public Recorded {
            Objects.requireNonNull(findings);
        }
    }

    /** Left out on purpose. */
    record Skipped(SkipReason reason) implements Outcome {
        public Skipped {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Refused; nothing was published.
     *
     * @param detail one sentence for the caller: what to change
     */
    record Rejected(RefusalReason reason, String detail) implements Outcome {
        public Rejected {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(detail);
        }
    }

    /**
     * A good frame that came to nothing; safe to send again unchanged.
     *
     * @param detail one sentence for the caller
     */
    record Failed(FailureReason reason, String detail) implements Outcome {
        public Failed {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(detail);
        }
    }
}
