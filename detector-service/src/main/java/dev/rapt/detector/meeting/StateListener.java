package dev.rapt.detector.meeting;

/** Told of every state of every meeting in the order of its partition; one thread tells. */
public interface StateListener {

    /** The meeting is erased. */
    void erased(String meetingId);

    /** The meeting isn't marked as erased any more. */
    void forgotten(String meetingId);

    /** Somebody wants the meeting's gallery epoch. */
    void claimed(String meetingId, int epoch, String claim);

    /** Everything that had been said before the reading began has been told. */
    void caughtUp();

    /** Why nothing can be read at the moment. */
    void hindered(String why);
}
