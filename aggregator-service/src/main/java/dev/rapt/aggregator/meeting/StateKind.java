package dev.rapt.aggregator.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a meeting besides its frames and its log, and holds until something else is said. */
public enum StateKind {
    /** What it is: {@link Declaration}. One a meeting. */
    DECLARED,
    /** That it has ended: {@link Ending}. One a meeting. */
    ENDED,
    /** Something that was shown or asked: {@link Marker}. Many a meeting, each with an id. */
    MARKER,
    /** Whether a participant may be measured: {@link dev.rapt.meeting.Consent}. Its id is the participant's. */
    CONSENT,
    /** That a participant is erased. Its id is the participant's digest. */
    ERASED_PARTICIPANT,
    /** What the meeting's pseudonyms are made from. One a meeting. */
    PSEUDONYM_KEY,
    /** Who may see what is kept of one participant: {@link PersonalLink}. Its id is the token's hash. */
    PERSONAL_LINK,
    /** What may be told of a minute of several people together. Its id is the minute's start; the first one stands. */
    PUBLISHED_MINUTE;

    /** As keys name it, such as {@code declared}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is named so. */
    public static Optional<StateKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
