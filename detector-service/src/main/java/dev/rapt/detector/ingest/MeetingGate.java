package dev.rapt.detector.ingest;

import dev.rapt.detector.books.RefusalReason;
import java.util.Optional;

/** Which meetings may be measured; asked before a pixel is decoded. Any thread may ask. */
public interface MeetingGate {

    /** What the sender of a frame of an erased meeting is told. */
    String ERASED = "This meeting is erased: nothing of it is kept, and nothing more is taken in. Stop sending.";

    /** Whether the meeting is known to be erased. */
    boolean isErased(String meetingId);

    /** Why it can't be said yet of any meeting whether it is erased; empty once it can, from then on. */
    Optional<String> obstacle();

    /**
     * Lets a frame of the meeting pass. Asked when its turn has come too, because the meeting may have been erased while
     * it was waiting.
     */
    default void admit(String meetingId) throws RefusedException, NotReadyException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new NotReadyException(obstacle.get() + " The frame is safe to send again unchanged.");
        }
        if (isErased(meetingId)) {
            throw new RefusedException(RefusalReason.MEETING_ERASED, ERASED);
        }
    }
}
