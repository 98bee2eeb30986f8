package dev.rapt.detector.meeting;

/** Told of what the detector itself keeps in the states of meetings, in the order of the partition; one thread tells. */
@FunctionalInterface
public interface StateListener {

    /** Somebody wants the meeting's gallery epoch. */
    void claimed(String meetingId, int epoch, String claim);
}
