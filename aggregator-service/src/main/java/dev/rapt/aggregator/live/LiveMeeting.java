package dev.rapt.aggregator.live;

import dev.rapt.meeting.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A meeting as it is now. Whatever is text is JSON on one line. For one thread. */
public interface LiveMeeting {

    /** The ids of all of whom a frame was counted, in order. */
    List<String> participants();

    /** Whether somebody was erased, so that a listener who was away may still show that one. */
    boolean lacksSomebody();

    /** The name that the meeting shows, as JSON; {@code null} when none is known. */
    String name(String participantId);

    /** The steps of one of them; empty when no frame was counted. */
    Optional<LiveRows> rows(String participantId);

    /** How many bots tell who speaks. If one does, a frame of one participant changes what is known of all others. */
    int sourcesOfSpeech();

    /** Which bot is believed about somebody; empty when none is. */
    String believed(String participantId);

    /** Who speaks now. */
    String activeSpeaker();

    /** All markers, as a list. */
    String markers();

    /** What its answers show; when that changes, what was written before must not be given to anybody any more. */
    Signals signals();

    /** What is measured now, for those who are measured; an empty text when it can't be told. */
    String measuring();

    /** When it ended; empty while nobody says that it has. */
    Optional<Instant> endedAt();
}
