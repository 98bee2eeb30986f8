package dev.rapt.aggregator.timeline;

import java.time.Instant;

/**
 * What a list of meetings shows of one.
 *
 * @param participants how many there are
 * @param frames distinct frames of all of them
 * @param firstCapturedAt the earliest frame
 * @param lastCapturedAt the latest frame
 */
public record Meeting(long participants, long frames, Instant firstCapturedAt, Instant lastCapturedAt) {

    /** A meeting of this one participant. */
    public static Meeting of(Participation participation) {
        return new Meeting(
                1, participation.tally().frames(), participation.firstCapturedAt(), participation.lastCapturedAt());
    }

    /** With one more participant. */
    public Meeting with(Participation participation) {
        Meeting other = of(participation);
        return new Meeting(
                participants + 1,
                frames + other.frames,
                Participation.earlier(firstCapturedAt, other.firstCapturedAt),
                Participation.later(lastCapturedAt, other.lastCapturedAt));
    }

    /** With one more frame of a participant who is among them. */
    public Meeting withFrame(Instant capturedAt) {
        return new Meeting(
                participants,
                frames + 1,
                Participation.earlier(firstCapturedAt, capturedAt),
                Participation.later(lastCapturedAt, capturedAt));
    }
}
