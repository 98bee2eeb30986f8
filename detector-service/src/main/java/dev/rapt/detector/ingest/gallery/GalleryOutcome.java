package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.Outcome;
import java.util.List;
import java.util.Objects;

/** What came of a composite. */
public sealed interface GalleryOutcome {

    /** Kafka has acknowledged the records of everybody in it who may be measured; there may be nobody in it. */
    record Recorded(List<Told> participants) implements GalleryOutcome {
        public Recorded {
            participants = List.copyOf(participants);
        }
    }

    /**
     * It wasn't recorded, or not all of it was.
     *
     * @param why never {@link Outcome.Recorded}
     */
    record Unrecorded(Outcome why) implements GalleryOutcome {
        public Unrecorded {
            Objects.requireNonNull(why);
        }
    }

    /**
     * What came of one participant.
     *
     * @param name as in the layout; without one, anonymous
     * @param outcome {@link Outcome.Recorded}, or {@link Outcome.Rejected} when the participant may not be measured
     */
    record Told(String name, Outcome outcome) {
        public Told {
            Objects.requireNonNull(name);
            Objects.requireNonNull(outcome);
        }
    }

    /**
     * What was found of one participant who may be measured; boxes are in pixels of the composite.
     *
     * @param participantId what the participant goes by in records: the pseudonym in a pseudonymous meeting
     */
    record Participant(String participantId, FrameFindings findings) {
        public Participant {
            Objects.requireNonNull(participantId);
            Objects.requireNonNull(findings);
        }
    }
}
