package dev.rapt.aggregator.topology;

import java.time.Instant;

/**
 * Is told what has changed of which meeting, as soon as the stores show it, on the thread that counts: it must be quick
 * and must not read the stores. After a crash the records of the last, uncommitted moment are told again.
 */
public interface MeetingWatch {

    /** Nobody who watches. */
    MeetingWatch NOBODY = new MeetingWatch() {
        @Override
        public void taken(int partition) {}

        @Override
        public void left(int partition) {}

        @Override
        public void frame(String meetingId, String participantId, Instant capturedAt) {}

        @Override
        public void event(String meetingId, Instant at) {}

        @Override
        public void state(String meetingId) {}

        @Override
        public void passed(int partition, long offset) {}
    };

    /** This instance begins to count a partition, from the last commit on. */
    void taken(int partition);

    /** This instance counts a partition no longer. */
    void left(int partition);

    /** A frame was counted. */
    void frame(String meetingId, String participantId, Instant capturedAt);

    /** An event came to a meeting's log. */
    void event(String meetingId, Instant at);

    /** Something else is said of the meeting: a marker, that it ended, that it is erased. */
    void state(String meetingId);

    /** All that the scores of this partition say up to this offset is in the stores and was told. */
    void passed(int partition, long offset);
}
