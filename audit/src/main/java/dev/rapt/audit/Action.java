package dev.rapt.audit;

import java.util.Locale;

/** What is done that the log must tell of. New ones may be added; none changes its meaning. */
public enum Action {
    /** A chain begins. */
    BEGIN,
    /** Nothing was done; the writer says what it has seen of others. */
    WITNESS,
    /** Figures or names of people are read. */
    READ,
    /** A stream of them is opened. */
    LISTEN,
    /** They are written to a file for somebody. */
    EXPORT,
    /** A picture of somebody, as it is now, is looked at. */
    LOOK,
    /** A meeting is declared. */
    DECLARE,
    /** A meeting is said to have ended. */
    END,
    /** A marker is set, changed or taken back. */
    MARK,
    /** A participant's consent is given or withdrawn. */
    CONSENT,
    /** A meeting is erased. */
    ERASE_MEETING,
    /** A participant is erased. */
    ERASE_PARTICIPANT,
    /** A personal link is made or taken back. */
    LINK,
    /** The key of a meeting's pseudonyms is deleted. */
    DELETE_KEY;

    /** As the log has it: kebab case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
