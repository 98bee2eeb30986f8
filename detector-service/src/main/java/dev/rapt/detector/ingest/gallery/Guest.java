package dev.rapt.detector.ingest.gallery;

import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.meeting.Refusal;

/** Somebody whom a composite shows, on the way to a record of their own. */
sealed interface Guest {

    /** What they are called in the answer: as the layout names them, or anonymously. */
    String name();

    /**
     * Was measured.
     *
     * @param participant what they go by everywhere else
     */
    record Measured(String name, ParticipantKey participant, FrameFindings findings) implements Guest {}

    /** May not be measured. */
    record Refused(String name, Refusal why) implements Guest {
        Outcome.Rejected outcome() {
            RefusedException refused = RefusedException.of(why);
            return new Outcome.Rejected(refused.reason(), refused.getMessage());
        }
    }
}
