package dev.rapt.aggregator.live;

/** What came of asking to listen. */
public sealed interface Admission {

    /** There is a place. It must be entered or left. */
    record Admitted(Entrance entrance) implements Admission {}

    /** As many listen as may, to this meeting or at all. */
    record Full() implements Admission {}

    /** There is no such meeting. */
    record NoMeeting() implements Admission {}

    /** The meeting is erased. */
    record Erased() implements Admission {}

    /** It can't be known now; asking again will help. */
    record NotReady() implements Admission {}
}
