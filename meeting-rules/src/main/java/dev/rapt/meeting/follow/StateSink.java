package dev.rapt.meeting.follow;

import dev.rapt.contracts.v1.MeetingState;
import java.util.Optional;

/** Told of every record of every meeting's states in the order of its partition; one thread tells. */
public interface StateSink {

    /** The reading begins, for the first time or once more: everything that still holds will be told. */
    void begun();

    /**
     * A record.
     *
     * @param key as it is in Kafka, {@code meetingId/kind/id}
     * @param state what it says; empty when it takes back what was said under this key
     */
    void told(String key, Optional<MeetingState> state);

    /** Everything that had been said before the reading began has been told; what wasn't told doesn't hold any more. */
    void caughtUp();

    /** Why nothing can be read at the moment. */
    void hindered(String why);
}
