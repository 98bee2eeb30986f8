package dev.rapt.detector.testing;

import dev.rapt.detector.ingest.MeetingGate;
import java.util.Optional;

/** A gate that a test opens and closes. */
public final class Gate implements MeetingGate {

    /** The meeting that is erased; none while empty. */
    public volatile String erased = "";

    /** What stands in the way; nothing while empty. */
    public volatile String obstacle = "";

    @Override
    public boolean isErased(String meetingId) {
        return erased.equals(meetingId);
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(obstacle).filter(why -> !why.isEmpty());
    }
}
