package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.Outcome;
import java.util.List;
import java.util.Objects;

/** What came of a composite. */
public sealed interface GalleryOutcome {

    /** Kafka has acknowledged the records of everybody in it; there may be nobody. */
    record Recorded(List<Participant> participants) implements GalleryOutcome {
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

    /** What was found of one participant; boxes are in pixels of the composite. */
    record Participant(String participantId, FrameFindings findings) {
        public Participant {
            Objects.requireNonNull(participantId);
            Objects.requireNonNull(findings);
        }
    }
}
